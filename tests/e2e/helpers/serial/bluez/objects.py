"""The tree of objects that a service shows on a D-Bus, with their properties, and the signals of every change to it."""

from dbus_fast import Message, Variant

MANAGER = "org.freedesktop.DBus.ObjectManager"
PROPERTIES = "org.freedesktop.DBus.Properties"
UNKNOWN = "org.freedesktop.DBus.Error.UnknownObject"

# An interface's properties by name, the interfaces of an object by name.
Interfaces = dict[str, dict[str, Variant]]


class Objects:
    def __init__(self, bus):
        self._bus = bus
        self._objects: dict[str, Interfaces] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._objects

    def add(self, path: str, interfaces: Interfaces) -> None:
        self._objects[path] = interfaces
        self._tell("/", MANAGER, "InterfacesAdded", "oa{sa{sv}}", [path, interfaces])

    def remove(self, path: str) -> None:
        """Removes an object with all that is below it."""
        self.remove_below(path)
        self._remove_one(path)

    def remove_below(self, path: str) -> None:
        below = [it for it in self._objects if it.startswith(f"{path}/")]
        for it in sorted(below, reverse=True):
            self._remove_one(it)

    def change(self, path: str, interface: str, name: str, value: Variant) -> None:
        self._objects[path][interface][name] = value
        self._tell(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", [interface, {name: value}, []])

    def answer(self, call: Message) -> Message | None:
        """The answer to a call that asks for the tree or for properties; none to another."""
        if call.interface == MANAGER:
            return Message.new_method_return(call, "a{oa{sa{sv}}}", [self._objects])
        if call.interface != PROPERTIES:
            return None
        interface, *arguments = call.body
        properties = self._objects.get(call.path, {}).get(interface)
        match call.member, arguments:
            case "GetAll", [] if properties is not None:
                return Message.new_method_return(call, "a{sv}", [properties])
            case "Get", [name] if properties is not None and name in properties:
                return Message.new_method_return(call, "v", [properties[name]])
            case "Set", [name, value] if properties is not None:
                self.change(call.path, interface, name, value)
                return Message.new_method_return(call)
        return Message.new_error(call, UNKNOWN, f"{call.path} has no such property of {interface}")

    def _remove_one(self, path: str) -> None:
        interfaces = self._objects.pop(path)
        self._tell("/", MANAGER, "InterfacesRemoved", "oas", [path, list(interfaces)])

    def _tell(self, path: str, interface: str, member: str, signature: str, body: list) -> None:
        self._bus.send(Message.new_signal(path, interface, member, signature, body))
