"""What goes wrong while a bundle is made."""


class BundleError(Exception):
    """No bundle was made; the message is a Chinese sentence that says what to do, `detail` what pip said."""

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail
