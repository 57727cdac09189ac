"""The service org.bluez, as far as a browser asks for it that reads from a device.

Over RFCOMM, the browser registers a profile for the service it looks for, and has it connected on a paired device;
BlueZ then hands one end of a socket to that profile. Here the other end is a device of ours. Over Low Energy, the
browser looks for devices, connects to one, and asks BlueZ for the values that the device then shows.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial

from dbus_fast import DBusError, Message, MessageType, Variant
from dbus_fast.aio import MessageBus

import properties
from device import Device
from low_energy import LowEnergyDevice
from objects import Objects
from properties import ADAPTER_PATH, device_path

NAME = "org.bluez"
PATIENCE_S = 20
OF_THE_BUS_ITSELF = ("org.freedesktop.DBus.Peer", "org.freedesktop.DBus.Introspectable")


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
        self._devices: dict[str, Device | LowEnergyDevice] = {}
        self._profiles: dict[str, Profile] = {}
        self._tasks: set[asyncio.Task] = set()
        self._has_no_profile = asyncio.Event()
        self._has_no_profile.set()

    async def start(self) -> None:
        self._objects.add("/org/bluez", {"org.bluez.AgentManager1": {}, properties.PROFILE_MANAGER: {}})
        self._objects.add(ADAPTER_PATH, {properties.ADAPTER: properties.of_adapter()})
        self._bus.add_message_handler(self._receive)
        await self._bus.request_name(NAME)

    async def reset(self) -> None:
        """Leaves an adapter that is switched on, and no device; nothing that was asked for stays unanswered.

        A page that has gone lets go of its profile a little later. Until then, a browser takes the same one for a page
        that comes after it, whose channel then leads nowhere.
        """
        for path, device in self._devices.items():
            device.leave()
            if path in self._objects:
                self._objects.remove(path)
        self._devices = {}
        if ADAPTER_PATH in self._objects:
            self.switch(True)
        else:
            self._objects.add(ADAPTER_PATH, {properties.ADAPTER: properties.of_adapter()})
        await asyncio.wait_for(self._has_no_profile.wait(), PATIENCE_S)

    def switch(self, powered: bool) -> None:
        self._set_on_adapter("Powered", powered)

    def remove_adapter(self) -> None:
        self._objects.remove(ADAPTER_PATH)

    def pair(self, address: str, name: str, services: list[str], connected: bool) -> None:
        path = device_path(address)
        self._devices[path] = Device(partial(self._log, address))
        of_device = properties.of_device(address, name, services, paired=True, connected=connected)
        self._objects.add(path, {properties.DEVICE: of_device})

    def place(self, address: str, name: str, paired: bool) -> None:
        """Puts a device in reach that is called over Low Energy."""
        path = device_path(address)
        self._devices[path] = LowEnergyDevice(path, self._objects, partial(self._log, address))
        of_device = properties.of_device(address, name, [], paired=paired, connected=False)
        self._objects.add(path, {properties.DEVICE: of_device})

    def unpair(self, address: str) -> None:
        self._objects.remove(device_path(address))

    def link(self, address: str, connected: bool) -> None:
        """Sets whether there is a link to the device at all, on which channels are opened."""
        self._objects.change(device_path(address), properties.DEVICE, "Connected", Variant("b", connected))

    def device(self, address: str) -> Device | LowEnergyDevice:
        return self._devices[device_path(address)]

    def _receive(self, call: Message) -> Message | bool | None:
        if call.message_type != MessageType.METHOD_CALL or call.interface in OF_THE_BUS_ITSELF:
            return None
        match call.interface, call.member:
            case properties.DEVICE, "ConnectProfile":
                return self._answer_later(call, self._connect_profile(call))
            case properties.CHARACTERISTIC, "ReadValue":
                return self._answer_later(call, self._read(call))
            case properties.DEVICE, "Connect":
                self._devices[call.path].connect()
            case properties.DEVICE, "Disconnect":
                self._devices[call.path].close()
            case properties.ADAPTER, "StartDiscovery":
                self._discover()
            case properties.ADAPTER, "StopDiscovery":
                self._set_on_adapter("Discovering", False)
            case properties.PROFILE_MANAGER, "RegisterProfile":
                path, service, _options = call.body
                self._profiles[service.lower()] = Profile(call.sender, path)
                self._has_no_profile.clear()
            case properties.PROFILE_MANAGER, "UnregisterProfile":
                self._forget_profile(call.body[0])
        # Whatever else a browser asks for is done.
        return self._objects.answer(call) or Message.new_method_return(call)

    def _forget_profile(self, path: str) -> None:
        self._profiles = {service: it for service, it in self._profiles.items() if it.path != path}
        if not self._profiles:
            self._has_no_profile.set()

    def _discover(self) -> None:
        self._set_on_adapter("Discovering", True)
        for device in self._devices.values():
            if isinstance(device, LowEnergyDevice):
                device.advertise()

    async def _read(self, call: Message) -> None:
        device = self._devices[call.path.partition("/service")[0]]
        value = await device.read()
        await self._bus.send(Message.new_method_return(call, "ay", [value]))
        device.has_told()

    async def _connect_profile(self, call: Message) -> None:
        await self._open(self._devices[call.path], call.path, self._profiles.get(call.body[0].lower()))
        await self._bus.send(Message.new_method_return(call))

    async def _open(self, device: Device, path: str, profile: Profile | None) -> None:
        await device.decide()
        if profile is None:
            raise DBusError("org.bluez.Error.NotAvailable", "no profile is registered for this service")
        near = device.open()
        handover = Message(
            destination=profile.owner,
            path=profile.path,
            interface=properties.PROFILE,
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

    def _set_on_adapter(self, name: str, value: bool) -> None:
        self._objects.change(ADAPTER_PATH, properties.ADAPTER, name, Variant("b", value))

    def _answer_later(self, call: Message, work: Coroutine) -> bool:
        """Starts what takes its time and then answers the call; an error is the answer as well."""
        # The loop itself would forget a task that nobody else holds.
        task = asyncio.create_task(self._answer(call, work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    async def _answer(self, call: Message, work: Coroutine) -> None:
        try:
            await work
        except DBusError as error:
            await self._bus.send(Message.new_error(call, error.type, error.text))
