"""How every command speaks: help with examples, exit codes, operands after `--`."""

import pytest
from django.core.management import CommandError, call_command, load_command_class

from archive.management.console import ArchiveCommand

COMMANDS = (
    "import_pages",
    "batches",
    "extract",
    "reextract",
    "search",
    "index",
    "sums",
    "verify",
    "welcome",
    "export",
    "evaluate",
)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_examples(name):
    command = load_command_class("archive", name)
    assert isinstance(command, ArchiveCommand)
    text = command.create_parser("manage.py", name).format_help()
    assert "examples:" in text
    assert f"manage.py {name}" in text


@pytest.mark.parametrize(
    ("args", "operands", "as_json"),
    [
        (["hội nghị", "--json"], ["hội nghị"], True),
        (["--json", "hội nghị"], ["hội nghị"], True),
        (["hội", "--json", "nghị"], ["hội", "nghị"], True),
        (["--", "hội nghị", "-thường"], ["hội nghị", "-thường"], False),
        (["--json", "--", "-a", "--json"], ["-a", "--json"], True),
    ],
)
def test_operands_and_options(args, operands, as_json):
    parser = load_command_class("archive", "search").create_parser("manage.py", "search")
    values = parser.parse_args(args)
    assert (values.query, values.json) == (operands, as_json)


@pytest.mark.parametrize("name", ["import_pages", "extract"])
def test_a_missing_path_is_wrong_usage(name, db):
    with pytest.raises(CommandError) as error:
        call_command(name, "/no/such/folder")
    assert error.value.returncode == 2
    assert "/no/such/folder" in str(error.value)
