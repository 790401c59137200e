"""Values as bytes and back, each by its type: MessagePack, compressed.

Bytes may say what a value is and never what to do: nothing is looked up by a name they hold, no
code of theirs is called. What does not fit the type asked for is no value.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

Kind = TypeVar("Kind")

# One letter of Thai costs some 10 bytes read and 1 packed; level 1 packs four times as fast as the
# default for a tenth more.
PACKING = 1
# Bytes a value may have unpacked: some 10,000 dense pages. A few kilobytes can unpack to gigabytes.
MOST = 512 * 1024**2
NUMBERS = "f"  # the one kind of array a record holds: edges of letters


def pack(value: object) -> bytes:
    """Return the value as bytes; letters no text may hold (lone surrogates) become U+FFFD."""
    plain = _plain(value)
    try:
        data = _ENCODER.encode(plain)
    except UnicodeEncodeError:
        data = _ENCODER.encode(
            _valid(msgspec.to_builtins(plain, builtin_types=(bytes,), enc_hook=_out))
        )
    return zlib.compress(data, PACKING)


def unpack(data: bytes, kind: type[Kind]) -> Kind:
    """Return the value of that type; ValueError if the bytes are damaged or hold anything else."""
    asked: Any = kind
    decode, made = _decoder(asked)
    try:
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(data, MOST)
        if not unpacker.eof or unpacker.unused_data:
            raise ValueError("cut short, too long or more than one value")
        value: Kind = made(decode(plain))
    except (zlib.error, msgspec.MsgspecError, RecursionError, OverflowError) as error:
        raise ValueError(str(error)) from error
    return value


def _out(value: Any) -> bytes:
    if isinstance(value, array) and value.typecode == NUMBERS:
        return value.tobytes()
    raise TypeError(f"{type(value).__name__} cannot be packed")


def _in(kind: type, value: Any) -> Any:
    if kind is not array or not isinstance(value, bytes):
        raise ValueError(f"no {kind.__name__}")
    numbers = array(NUMBERS)
    numbers.frombytes(value)  # ValueError where bytes are left over
    return numbers


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_out)


@cache
def _given(kind: Any) -> tuple[str, ...]:
    """Return the fields a record is made of, if it has some that it makes itself too; else none."""
    if not is_dataclass(kind) or all(one.init for one in fields(kind)):
        return ()
    return tuple(one.name for one in fields(kind) if one.init)


def _plain(value: object) -> object:
    kind: Any = type(value)
    names = _given(kind)
    return {name: getattr(value, name) for name in names} if names else value


@cache
def _decoder(kind: Any) -> tuple[Callable[[bytes], Any], Callable[[Any], Any]]:
    """Return what decodes a type, and what makes the value of what was decoded."""
    names = _given(kind) if isinstance(kind, type) else ()
    if not names:
        return msgspec.msgpack.Decoder(kind, dec_hook=_in).decode, lambda value: value
    hints = get_type_hints(kind)
    struct = msgspec.defstruct(f"{kind.__name__}Given", [(name, hints[name]) for name in names])
    decode = msgspec.msgpack.Decoder(struct, dec_hook=_in).decode
    return decode, lambda value: kind(**{name: getattr(value, name) for name in names})


def _valid(value: Any) -> Any:
    """Return plain data with every text as UTF-8 can hold it."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_valid(name): _valid(inner) for name, inner in value.items()}
    return [_valid(inner) for inner in value] if isinstance(value, list) else value
