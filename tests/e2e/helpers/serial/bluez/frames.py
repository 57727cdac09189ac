"""The frames that carry a message over the channel, as Gadgetbridge and mdr-protocol describe them.

Between a start and an end mark stand the kind, the sequence, the length of the payload, the payload and a checksum.
This is written apart from the widget's own code, so that neither hides a mistake of the other.
"""

from dataclasses import dataclass

START, END, ESCAPE = 0x3E, 0x3C, 0x3D
# What tells an escaped byte from a plain one.
ESCAPED_BIT = 0x10
ACKNOWLEDGEMENT, MESSAGE = 0x01, 0x0C
# Kind, sequence and length stand before the payload, the checksum behind it.
HEADER_BYTES, CHECKSUM_BYTES = 6, 1


@dataclass
class Frame:
    kind: int
    sequence: int
    payload: bytes = b""

    def encode(self) -> bytes:
        content = bytes([self.kind, self.sequence]) + len(self.payload).to_bytes(4, "big") + self.payload
        return bytes([START]) + escape(content + bytes([checksum(content)])) + bytes([END])


def decode(content: bytes) -> Frame | None:
    """What stands between the marks; nothing if its length or its checksum is wrong."""
    content = unescape(content)
    if len(content) < HEADER_BYTES + CHECKSUM_BYTES:
        return None
    payload = content[HEADER_BYTES:-CHECKSUM_BYTES]
    if int.from_bytes(content[2:HEADER_BYTES], "big") != len(payload) or checksum(content[:-1]) != content[-1]:
        return None
    return Frame(content[0], content[1], payload)


def cut(received: bytearray) -> list[bytes]:
    """Takes what stands between two marks out of what was received, each time; the rest stays for later."""
    contents = []
    while START in received:
        start = received.index(START)
        end = received.find(END, start)
        if end < 0:
            break
        contents.append(bytes(received[start + 1 : end]))
        del received[: end + 1]
    return contents


def checksum(content: bytes) -> int:
    return sum(content) & 0xFF


def escape(content: bytes) -> bytes:
    escaped = bytearray()
    for byte in content:
        escaped += bytes([ESCAPE, byte & ~ESCAPED_BIT]) if byte in (START, END, ESCAPE) else bytes([byte])
    return bytes(escaped)


def unescape(content: bytes) -> bytes:
    plain, is_escaped = bytearray(), False
    for byte in content:
        if byte == ESCAPE and not is_escaped:
            is_escaped = True
            continue
        plain.append(byte | ESCAPED_BIT if is_escaped else byte)
        is_escaped = False
    return bytes(plain)
