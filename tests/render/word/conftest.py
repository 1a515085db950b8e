"""One LibreOffice for all tests of Word files."""

from collections.abc import Generator

import pytest

from tests.office_uno import Office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Generator[Office, None, None]:
    opened = Office(tmp_path_factory.mktemp("office"))
    yield opened
    opened.close()
