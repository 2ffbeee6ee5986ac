"""Certificates as data, their JSON, and verdicts."""

from algebra_tnn.certificates.certificate import Certificate, Shortfall
from algebra_tnn.certificates.displays import Explained
from algebra_tnn.certificates.trust import trust_remark, united_trusts
from algebra_tnn.certificates.verdict import Status, Verdict

__all__ = ["Certificate", "Explained", "Shortfall", "Status", "Verdict", "trust_remark", "united_trusts"]
