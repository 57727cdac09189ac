"""What BlueZ calls its objects, and the properties that they have at first."""

from dbus_fast import Variant

ADAPTER_PATH = "/org/bluez/hci0"
ADAPTER = "org.bluez.Adapter1"
DEVICE = "org.bluez.Device1"
PROFILE = "org.bluez.Profile1"
PROFILE_MANAGER = "org.bluez.ProfileManager1"
SERVICE = "org.bluez.GattService1"
CHARACTERISTIC = "org.bluez.GattCharacteristic1"
DESCRIPTOR = "org.bluez.GattDescriptor1"
# A headset, in the classes that Bluetooth sorts devices into.
DEVICE_CLASS = 0x240404


def device_path(address: str) -> str:
    return f"{ADAPTER_PATH}/dev_{address.replace(':', '_')}"


def of_adapter() -> dict[str, Variant]:
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


def of_device(address: str, name: str, services: list[str], paired: bool, connected: bool) -> dict[str, Variant]:
    return {
        "Address": Variant("s", address),
        "AddressType": Variant("s", "public"),
        "Name": Variant("s", name),
        "Alias": Variant("s", name),
        "Class": Variant("u", DEVICE_CLASS),
        "Icon": Variant("s", "audio-headset"),
        "Paired": Variant("b", paired),
        "Bonded": Variant("b", paired),
        "Trusted": Variant("b", paired),
        "Blocked": Variant("b", False),
        "LegacyPairing": Variant("b", False),
        "Connected": Variant("b", connected),
        "UUIDs": Variant("as", services),
        "Adapter": Variant("o", ADAPTER_PATH),
    }


def of_service(uuid: str, device: str) -> dict[str, Variant]:
    return {
        "UUID": Variant("s", uuid),
        "Primary": Variant("b", True),
        "Device": Variant("o", device),
        "Includes": Variant("ao", []),
    }


def of_characteristic(uuid: str, service: str) -> dict[str, Variant]:
    """Of one that can be read, and tells when it changes."""
    return {
        "UUID": Variant("s", uuid),
        "Service": Variant("o", service),
        "Value": Variant("ay", b""),
        "Notifying": Variant("b", False),
        "Flags": Variant("as", ["read", "notify"]),
    }


def of_descriptor(uuid: str, characteristic: str) -> dict[str, Variant]:
    return {
        "UUID": Variant("s", uuid),
        "Characteristic": Variant("o", characteristic),
        "Value": Variant("ay", b""),
        "Flags": Variant("as", ["read", "write"]),
    }
