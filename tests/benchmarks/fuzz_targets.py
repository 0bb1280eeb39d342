"""What is fuzzed. Nothing of ours may be imported before atheris has its eye on imports."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

EACH = 50
"""Refused statements after which it is seen that nothing changed; after an answered one it always is."""


def fountain() -> Callable[[bytes], None]:
    """Whatever is read is written back, scenes read alone as in their script, bytes that are taken come back."""
    import atheris

    with atheris.instrument_imports(include=["cineledger.domain.fountain"]):
        from cineledger.domain.fountain import characters, decode, encode, parse_slug, read, read_scene, write
        from cineledger.domain.fountain.bounds import warnings
    from cineledger.domain.refusal import Refused

    def check(data: bytes) -> None:
        try:
            text, encoding = decode(data, "fuzz")
            assert encode(text, encoding) == data
        except Refused:
            text = data.decode("utf-8", "replace")
        screenplay = read(text)
        assert write(screenplay) == text
        for scene in screenplay.scenes:
            assert read_scene(scene.text) == scene.elements
            if scene.heading:
                parse_slug(scene.heading.text)
        assert all(characters(screenplay))
        warnings(text, screenplay)

    return check


def sql() -> Callable[[bytes], None]:
    """A statement is answered or refused in words, and nothing changes: no table, setting or file."""
    import atheris

    with atheris.instrument_imports(include=["cineledger.projections.door"]):
        from cineledger.projections import door
    from cineledger.domain.refusal import Refused
    from cineledger.projections.reader import Reader
    from tests.support.canary import Canary
    from tests.support.statements import statement
    from tests.support.studio import opened, work

    folder = Path(os.environ["CINELEDGER_FUZZ"])
    with opened(folder / "studio") as ledger:
        work(ledger)
    reader = Reader(folder / "studio")
    canary = Canary(reader, folder / "canary")
    tried = [0]

    def check(data: bytes) -> None:
        source = atheris.FuzzedDataProvider(data)
        if source.ConsumeBool():
            text = statement(lambda below: source.ConsumeIntInRange(0, below - 1))
        else:
            text = source.ConsumeUnicodeNoSurrogates(400)
        try:
            door.ask(reader.connection, text.replace("{canary}", str(canary.path)), moment=None, seconds=2)
        except Refused as refusal:
            assert refusal.reason and refusal.hint
            return
        finally:
            tried[0] += 1
            if tried[0] % EACH == 0:
                canary.must_live()
        canary.must_live()

    return check


TARGETS: dict[str, Callable[[], Callable[[bytes], None]]] = {"fountain": fountain, "sql": sql}


def main() -> None:
    """Fuzzes one target until libFuzzer's options say stop."""
    import atheris

    target = TARGETS[sys.argv.pop(1)]()
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
