"""qingdan: checks an official report against a checklist of required elements."""

__version__ = "0.1.0"
