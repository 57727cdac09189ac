"""A device that is called over Bluetooth Low Energy, and the Battery Service that it shows while the link is there.

This is what it logs:
- "called": the browser has made a link to it.
- "asked": the browser wants the level. Then "told" with the `bytes`, or "refused" with the `error`.
- "lost" where the link breaks, and "closed" where the browser ends it.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from dbus_fast import DBusError, Variant

import properties
from objects import Objects

BATTERY_SERVICE = "0000180f-0000-1000-8000-00805f9b34fb"
BATTERY_LEVEL = "00002a19-0000-1000-8000-00805f9b34fb"
# What a browser writes to where it wants to be told of changes. Each characteristic has it that tells them.
CONFIGURATION = "00002902-0000-1000-8000-00805f9b34fb"
# How loud the device is where the adapter is, in dBm.
RSSI = -50

# What becomes of a level that is asked for: it is told, or nothing happens.
TELLS, WAITS = "tells", "waits"


@dataclass
class Behaviour:
    """What a test can tell a device."""

    # The bytes of its level, in hexadecimal.
    level: str = "4d"
    # One of the two above, or the name of the error that comes instead.
    reading: str = TELLS
    # It loses the link as soon as it has told its level.
    drops: bool = False


class LowEnergyDevice:
    def __init__(self, path: str, objects: Objects, log: Callable[..., None]):
        self._path = path
        self._objects = objects
        self._log = log
        self._behaviour = Behaviour()
        self._is_linked = False
        self._has_left = asyncio.Event()

    def behave(self, behaviour: dict) -> None:
        self._behaviour = Behaviour(**behaviour)

    def advertise(self) -> None:
        """Makes itself heard, for an adapter that looks for devices."""
        self._set("RSSI", Variant("n", RSSI))

    def connect(self) -> None:
        self._log("called")
        self._is_linked = True
        self._set("Connected", Variant("b", True))
        service = f"{self._path}/service0010"
        level = f"{service}/char0011"
        self._objects.add(service, {properties.SERVICE: properties.of_service(BATTERY_SERVICE, self._path)})
        self._objects.add(level, {properties.CHARACTERISTIC: properties.of_characteristic(BATTERY_LEVEL, service)})
        descriptor = {properties.DESCRIPTOR: properties.of_descriptor(CONFIGURATION, level)}
        self._objects.add(f"{level}/desc0013", descriptor)
        self._set("ServicesResolved", Variant("b", True))

    async def read(self) -> bytes:
        """Tells the level, or fails as BlueZ does; that may wait for ever."""
        self._log("asked")
        reading = self._behaviour.reading
        if reading == WAITS:
            # BlueZ does not even answer once the link is lost.
            await self._has_left.wait()
            raise DBusError("org.bluez.Error.Failed", "the test is over")
        if reading != TELLS:
            self._log("refused", error=reading)
            raise DBusError(reading, "as the test has it")
        self._log("told", bytes=self._behaviour.level)
        return bytes.fromhex(self._behaviour.level)

    def has_told(self) -> None:
        """Does what is to follow once its level is on the way."""
        if self._behaviour.drops:
            self.drop()

    def drop(self) -> None:
        """Loses the link."""
        self._unlink()
        self._log("lost")

    def close(self) -> None:
        """Has the link ended by the browser."""
        self._unlink()
        self._log("closed")

    def leave(self) -> None:
        """Ends whatever goes on."""
        self._has_left.set()

    def _unlink(self) -> None:
        if not self._is_linked:
            raise DBusError("org.bluez.Error.NotConnected", "there is no link")
        self._is_linked = False
        self._set("Connected", Variant("b", False))
        self._set("ServicesResolved", Variant("b", False))
        self._objects.remove_below(self._path)

    def _set(self, name: str, value: Variant) -> None:
        self._objects.change(self._path, properties.DEVICE, name, value)
