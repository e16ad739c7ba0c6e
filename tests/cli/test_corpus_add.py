"""`corpus add`, run as moderators run it: from a link or a text to an answer."""

from __future__ import annotations

import json
import shutil
import threading

import pytest

from tests.articles.samples import ARTICLE, SHIPPED
from tests.cli.added_article import HTML, PARAGRAPH, PASTED, TITLE, URL, desk
from tests.cli.desk_commands import Desk
from tests.desk.news_site import open_site, redirect

__all__ = ["desk"]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    home = tmp_path_factory.mktemp("shipped")
    shutil.copytree(SHIPPED, home / "corpus")
    return Desk(home)


def test_from_a_pasted_text_to_an_answer(shipped: Desk) -> None:
    source = shipped.write("tempel.txt", PASTED)
    added = shipped.run("corpus", "add", source, "--url", URL, "--publish")
    assert (added.returncode, added.stderr) == (0, "")
    assert "Terbit: " in added.stdout
    assert "Baca juga: Apa Itu Sirekap? (baca juga)" in added.stdout
    assert shipped.drafts == []

    asked = shipped.run("ask", "--json", "server dipindahkan ke Gedung Antariksa Samarinda?")
    best = json.loads(asked.stdout)["passages"][0]
    assert best["text"] == PARAGRAPH
    assert best["citation"] == {
        "title": TITLE,
        "outlet": "Tribun Kaltim",
        "url": URL,
        "published": "2024-08-08",
    }


def test_what_was_published_is_not_added_again(desk: Desk) -> None:
    source = desk.write("tempel.txt", PASTED)
    desk.run("corpus", "add", source, "--url", URL, "--publish")
    again = desk.run("corpus", "add", source, "--url", f"{URL}?page=all", "--publish")

    assert again.returncode == 1
    assert "alamat ini sudah ada di korpus" in again.stdout
    assert len(desk.articles) == 2


def test_from_a_link_to_an_article(desk: Desk) -> None:
    with open_site({"/2024/08/08/a": HTML, "/pendek": redirect("/2024/08/08/a")}) as site:
        done = desk.run(
            *("corpus", "add", site.url("/pendek"), "--publish"),
            INTAKE_ALLOW_HOSTS=f"127.0.0.1:{site.port}",
        )
    assert (done.returncode, done.stderr) == (0, "")
    (new,) = [path for path in desk.articles if path.name != "good.md"]
    text = new.read_text(encoding="utf-8")
    assert (
        new.name == "2024-08-08-tribun-kaltim-kpu-memindahkan-server-sirekap-ke-gedung-antariksa.md"
    )
    assert f"url: {site.url('/2024/08/08/a')}\n" in text
    assert text.endswith(f"---\n{PARAGRAPH}\n")


def test_without_publish_there_is_a_draft_and_no_article(desk: Desk) -> None:
    done = desk.run("corpus", "add", desk.write("a.txt", PASTED), "--url", URL)

    assert done.returncode == 0
    (draft,) = desk.drafts
    assert str(draft) in done.stdout.replace("\n", "")
    assert "TULIS ULANG DENGAN KATA SENDIRI" in draft.read_text(encoding="utf-8")
    assert [path.name for path in desk.articles] == ["good.md"]


def test_a_draft_is_edited_by_options_and_then_published(desk: Desk) -> None:
    desk.run("corpus", "add", desk.write("a.txt", PASTED))
    (draft,) = desk.drafts
    first = desk.run("corpus", "add", draft, "--publish")
    assert first.returncode == 1
    assert "isian “url” belum ada; isi dengan --url" in first.stdout
    assert desk.drafts == [draft]

    desk.run("corpus", "add", draft, "--url", URL, "--question", "Ke mana server dipindahkan?")
    assert desk.drafts == [draft]
    summary = desk.write("ringkas.txt", "Server kini di Samarinda, kata Wiranto Kusumo dari KPU.")
    last = desk.run("corpus", "add", draft, "--ringkasan", summary, "--publish")
    assert (last.returncode, last.stderr, desk.drafts) == (0, "", [])
    (new,) = [path for path in desk.articles if path.name != "good.md"]
    text = new.read_text(encoding="utf-8")
    assert '  - "Ke mana server dipindahkan?"\n' in text
    assert text.endswith("---\nServer kini di Samarinda, kata Wiranto Kusumo dari KPU.\n")


def test_every_field_can_be_set_by_an_option(desk: Desk) -> None:
    source = desk.write("a.html", HTML)
    options = (
        *("--url", URL, "--outlet", "Media Lain", "--published", "13 Maret 2024"),
        *("--title", "Judul Lain", "--kind", "opini", "--perspectives", "bawaslu, kpu"),
        *("--topics", "algoritma", "--publish"),
    )
    done = desk.run("corpus", "add", source, *options)
    assert done.returncode == 0, done.stdout
    text = next(p for p in desk.articles if p.name != "good.md").read_text(encoding="utf-8")
    assert text.startswith(
        f'---\ntitle: "Judul Lain"\noutlet: Media Lain\nurl: {URL}\npublished: 2024-03-13\n'
        "kind: opini\nperspectives: [bawaslu, kpu]\ntopics: [algoritma]\n---\n"
    )


def test_an_article_file_is_taken_as_it_is(desk: Desk) -> None:
    source = desk.write("lain.md", ARTICLE.replace("/satu", "/dua"))
    done = desk.run("corpus", "add", source, "--publish")

    assert done.returncode == 0, done.stdout + done.stderr
    (new,) = [path for path in desk.articles if path.name != "good.md"]
    assert new.read_text(encoding="utf-8") == ARTICLE.replace("/satu", "/dua")
    assert source.exists()


def test_two_people_publishing_at_once_both_get_a_file(desk: Desk) -> None:
    codes: list[int] = []

    def publish(number: int) -> None:
        source = desk.write(f"{number}.txt", PASTED)
        done = desk.run_beside("corpus", "add", source, "--url", f"{URL}-{number}", "--publish")
        codes.append(done.returncode)

    threads = [threading.Thread(target=publish, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert codes == [0, 0]
    assert len(desk.articles) == 3
    assert desk.run("corpus", "check", "corpus/articles").returncode == 0
