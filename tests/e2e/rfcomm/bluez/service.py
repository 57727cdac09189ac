"""The service org.bluez, as far as a browser asks for it that opens a channel to a paired device over RFCOMM.

The browser registers a profile for the service it looks for, and has it connected on the device; BlueZ then hands one
end of a socket to that profile. Here the other end is a device of ours.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from dbus_fast import DBusError, Message, MessageType, Variant
from dbus_fast.aio import MessageBus

from device import Behaviour, Device
from objects import Objects

NAME = "org.bluez"
ADAPTER = "/org/bluez/hci0"
ADAPTER_INTERFACE = "org.bluez.Adapter1"
DEVICE_INTERFACE = "org.bluez.Device1"
PROFILE_INTERFACE = "org.bluez.Profile1"
PROFILE_MANAGER_INTERFACE = "org.bluez.ProfileManager1"
OF_THE_BUS_ITSELF = ("org.freedesktop.DBus.Peer", "org.freedesktop.DBus.Introspectable")
# A headset, in the classes that Bluetooth sorts devices into.
DEVICE_CLASS = 0x240404


@dataclass
class Profile:
    """What a browser has registered to get channels to a service."""

    owner: str
    path: str


class BlueZ:
    def __init__(self, bus: MessageBus, log: Callable[..., None]):
        self._bus = bus
        self._log = log
        self._objects = Objects(bus)
        self._devices: dict[str, Device] = {}
        self._profiles: dict[str, Profile] = {}
        self._tasks: set[asyncio.Task] = set()

    async def start(self) -> None:
        self._objects.add("/org/bluez", {"org.bluez.AgentManager1": {}, PROFILE_MANAGER_INTERFACE: {}})
        self._objects.add(ADAPTER, {ADAPTER_INTERFACE: adapter_properties()})
        self._bus.add_message_handler(self._receive)
        await self._bus.request_name(NAME)

    def reset(self) -> None:
        """Leaves an adapter that is switched on, and no device; nothing that was asked for stays unanswered."""
        for path, device in self._devices.items():
            device.leave()
            if path in self._objects:
                self._objects.remove(path)
        self._devices = {}
        if ADAPTER in self._objects:
            self.switch(True)
        else:
            self._objects.add(ADAPTER, {ADAPTER_INTERFACE: adapter_properties()})

    def switch(self, powered: bool) -> None:
        self._objects.change(ADAPTER, ADAPTER_INTERFACE, "Powered", Variant("b", powered))

    def remove_adapter(self) -> None:
        self._objects.remove(ADAPTER)

    def pair(self, address: str, name: str, services: list[str], connected: bool) -> None:
        path = device_path(address)
        self._devices[path] = Device(partial(self._log, address))
        self._objects.add(path, {DEVICE_INTERFACE: device_properties(address, name, services, connected)})

    def unpair(self, address: str) -> None:
        self._objects.remove(device_path(address))

    def link(self, address: str, connected: bool) -> None:
        """Sets whether there is a link to the device at all, on which channels are opened."""
        self._objects.change(device_path(address), DEVICE_INTERFACE, "Connected", Variant("b", connected))

    def device(self, address: str) -> Device:
        return self._devices[device_path(address)]

    def behave(self, address: str, behaviour: dict) -> None:
        self.device(address).behaviour = Behaviour(**behaviour)

    def _receive(self, message: Message) -> Message | bool | None:
        if message.message_type != MessageType.METHOD_CALL or message.interface in OF_THE_BUS_ITSELF:
            return None
        if (message.interface, message.member) == (DEVICE_INTERFACE, "ConnectProfile"):
            self._start(self._connect_profile(message))
            return True
        if (message.interface, message.member) == (PROFILE_MANAGER_INTERFACE, "RegisterProfile"):
            path, service, _options = message.body
            self._profiles[service.lower()] = Profile(message.sender, path)
        # Whatever else a browser asks for is done.
        return self._objects.answer(message) or Message.new_method_return(message)

    async def _connect_profile(self, call: Message) -> None:
        try:
            await self._open(self._devices[call.path], call.path, self._profiles.get(call.body[0].lower()))
            await self._bus.send(Message.new_method_return(call))
        except DBusError as error:
            await self._bus.send(Message.new_error(call, error.type, error.text))

    async def _open(self, device: Device, path: str, profile: Profile | None) -> None:
        await device.decide()
        if profile is None:
            raise DBusError("org.bluez.Error.NotAvailable", "no profile is registered for this service")
        near = device.open()
        handover = Message(
            destination=profile.owner,
            path=profile.path,
            interface=PROFILE_INTERFACE,
            member="NewConnection",
            signature="oha{sv}",
            body=[path, 0, {}],
            unix_fds=[near.fileno()],
        )
        reply = await self._bus.call(handover)
        near.close()
        if reply.message_type == MessageType.ERROR:
            device.log("rejected", error=reply.error_name)
            raise DBusError("org.bluez.Error.Rejected", "the profile takes no channel")

    def _start(self, coroutine) -> None:
        # The loop itself would forget a task that nobody else holds.
        task = asyncio.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def device_path(address: str) -> str:
    return f"{ADAPTER}/dev_{address.replace(':', '_')}"


def adapter_properties() -> dict[str, Variant]:
    return {
        "Address": Variant("s", "00:11:22:33:44:55"),
        "AddressType": Variant("s", "public"),
        "Name": Variant("s", "Adapter"),
        "Alias": Variant("s", "Adapter"),
        "Class": Variant("u", 0),
        "Powered": Variant("b", True),
        "Discoverable": Variant("b", False),
        "DiscoverableTimeout": Variant("u", 0),
        "Pairable": Variant("b", True),
        "PairableTimeout": Variant("u", 0),
        "Discovering": Variant("b", False),
        "UUIDs": Variant("as", []),
        "Modalias": Variant("s", ""),
    }


def device_properties(address: str, name: str, services: list[str], connected: bool) -> dict[str, Variant]:
    return {
        "Address": Variant("s", address),
        "AddressType": Variant("s", "public"),
        "Name": Variant("s", name),
        "Alias": Variant("s", name),
        "Class": Variant("u", DEVICE_CLASS),
        "Icon": Variant("s", "audio-headset"),
        "Paired": Variant("b", True),
        "Bonded": Variant("b", True),
        "Trusted": Variant("b", True),
        "Blocked": Variant("b", False),
        "LegacyPairing": Variant("b", False),
        "Connected": Variant("b", connected),
        "UUIDs": Variant("as", services),
        "Adapter": Variant("o", ADAPTER),
    }
