"""The scripts that write the corpora take seconds to import and hold no doctests: collection leaves them alone."""

from pathlib import Path

collect_ignore = [path.name for path in Path(__file__).parent.glob("*corpus.py") if path.name != "test_corpus.py"]
