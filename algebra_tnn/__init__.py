"""Exact, certified answers about tensors and the theory of neural networks.

The public names are those of ``__init__.pyi``. They are imported on first use, so that ``list``, ``show``, ``--help``
and ``check`` start at once.
"""

import lazy_loader

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
