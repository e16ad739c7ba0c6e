FROM python:3.13-slim AS build
ENV UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy \
    UV_PYTHON_DOWNLOADS=never
RUN pip install --no-cache-dir --disable-pip-version-check "uv>=0.9"
WORKDIR /app
# Dependencies first: this layer stays in the cache until the lock file changes.
COPY pyproject.toml uv.lock README.md LICENSE ./
RUN uv sync --locked --no-dev --extra postgres --no-install-project
COPY bot ./bot
RUN uv sync --locked --no-dev --extra postgres --no-editable


FROM python:3.13-slim
LABEL org.opencontainers.image.title="Tanya Sirekap" \
      org.opencontainers.image.description="Answers questions about Sirekap with literal, cited passages" \
      org.opencontainers.image.licenses="MIT"
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin bot \
    && install --directory --owner=bot --group=bot --mode=0700 /data \
    && python -m pip uninstall --yes --quiet --root-user-action=ignore pip
WORKDIR /app
COPY --from=build /app/.venv ./.venv
# Moderators change it from the chat; mount a volume at /app/corpus to keep what they do.
COPY --chown=bot:bot corpus ./corpus
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    CORPUS_DIR=/app/corpus \
    DATA_DIR=/data
USER bot
VOLUME ["/data", "/app/corpus"]
# The container ends with the bot's process; this tells whether what it answers from is usable.
HEALTHCHECK --interval=5m --timeout=30s --start-period=1m --retries=2 \
    CMD ["tanya-sirekap", "ask", "--json", "Apa itu Sirekap?"]
ENTRYPOINT ["tanya-sirekap"]
