"""Evaluation: how well search finds and how well the bot knows what it does not know.

Nobody but the command line and the tests uses this room; nothing in it serves an answer.
"""

from bot.evaluation.dataset import Dataset, DatasetError, read_dataset
from bot.evaluation.figures import Figures, Loss, find_losses, summarise
from bot.evaluation.golden import GOLDEN_FOLDER, GoldenSet, GoldenSetError, read_golden_set
from bot.evaluation.golden_run import GoldenRun, run_golden_set
from bot.evaluation.record import read_record, render_markdown, write_record
from bot.evaluation.retrieval import DatasetFigures, evaluate_dataset
from bot.evaluation.watching import Item, Watch

__all__ = [
    "GOLDEN_FOLDER",
    "Dataset",
    "DatasetError",
    "DatasetFigures",
    "Figures",
    "GoldenRun",
    "GoldenSet",
    "GoldenSetError",
    "Item",
    "Loss",
    "Watch",
    "evaluate_dataset",
    "find_losses",
    "read_dataset",
    "read_golden_set",
    "read_record",
    "render_markdown",
    "run_golden_set",
    "summarise",
    "write_record",
]
