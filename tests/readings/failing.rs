//! What is said when there is no reading: every failure, in plain words.

use super::reader::{BOTH, NO_DANGER, answer, fail, reader, reading};
use expect_test::expect;
use fault_finder::battery::{Failure, Phase, Source, Trouble};
use fault_finder::session::{Effect, ReadingState};

/// What browsers say, as it was seen.
const SAID: [(Source, Phase, &str, &str); 24] = [
    (Source::BatteryService, Phase::Choose, "NotFoundError", "Bluetooth adapter not available."),
    (Source::BatteryService, Phase::Choose, "NotFoundError", "Bluetooth Low Energy not available."),
    (Source::BatteryService, Phase::Choose, "NotFoundError", "User cancelled the requestDevice() chooser."),
    (Source::BatteryService, Phase::Choose, "NotFoundError", "Web Bluetooth API globally disabled."),
    (
        Source::BatteryService,
        Phase::Choose,
        "NotFoundError",
        "User or their enterprise policy has disabled Web Bluetooth.",
    ),
    (
        Source::BatteryService,
        Phase::Choose,
        "NotFoundError",
        "User denied the browser permission to scan for Bluetooth devices.",
    ),
    (
        Source::BatteryService,
        Phase::Choose,
        "SecurityError",
        "Must be handling a user gesture to show a permission request.",
    ),
    (
        Source::BatteryService,
        Phase::Choose,
        "SecurityError",
        "Access to the feature \"bluetooth\" is disallowed by permissions policy.",
    ),
    (Source::BatteryService, Phase::Choose, "TypeError", "Invalid Service name."),
    (Source::Serial, Phase::Choose, "NotFoundError", "No port selected by the user."),
    (Source::Serial, Phase::Choose, "NotSupportedError", "Request failed"),
    (Source::BatteryService, Phase::Connect, "NetworkError", "Connection Error: Connection attempt failed."),
    (Source::BatteryService, Phase::Connect, "NotFoundError", "Does not exist."),
    (Source::Serial, Phase::Connect, "NetworkError", "Failed to open serial port."),
    (Source::Serial, Phase::Connect, "InvalidStateError", "The port is already open."),
    (Source::BatteryService, Phase::Read, "NotFoundError", "No Services matching UUID 0000180f-… found in Device."),
    (Source::BatteryService, Phase::Read, "SecurityError", "GATT operation not authorized."),
    (Source::BatteryService, Phase::Read, "NotSupportedError", "GATT operation failed for unknown reason."),
    (Source::BatteryService, Phase::Read, "NetworkError", "GATT Error: Not paired."),
    (
        Source::BatteryService,
        Phase::Read,
        "NetworkError",
        "GATT Server is disconnected. Cannot perform GATT operations.",
    ),
    (Source::BatteryService, Phase::Read, "InvalidModificationError", "GATT Error: invalid attribute length."),
    (Source::Serial, Phase::Read, "NetworkError", "The device has been lost."),
    (Source::Serial, Phase::Read, "UnknownError", "An unknown system error has occurred."),
    (Source::Serial, Phase::Read, "OddError", "Never seen."),
];

#[test]
#[allow(clippy::too_many_lines, reason = "a table of what is said")]
fn every_failure_is_told_in_plain_words_with_what_to_try_next() {
    let failures = SAID.map(|(source, phase, name, message)| (source, Failure::of(source, phase, name, message)));
    let own = [
        (Source::Serial, Failure::without_words(Phase::Connect, Trouble::TimedOut)),
        (Source::Serial, Failure::without_words(Phase::Read, Trouble::TimedOut)),
        (Source::Serial, Failure::without_words(Phase::Read, Trouble::LinkLost)),
        (Source::Serial, Failure::without_words(Phase::Read, Trouble::FirstVersion)),
        (Source::Serial, Failure::without_words(Phase::Read, Trouble::OddAnswer)),
        (Source::Serial, Failure::without_words(Phase::Read, Trouble::NoLevel)),
    ];
    let told = failures.into_iter().chain(own).map(|(source, failure)| {
        let mut person = reader(&[NO_DANGER, BOTH]);
        fail(&mut person, source, failure);
        let announced = person.effects.iter().any(|it| matches!(it, Effect::Announce(text) if !text.is_empty()));
        assert!(announced, "who does not see it hears of it");
        let Some(ReadingState::Failed { text, advice, detail, actions }) = reading(&person).unwrap().state else {
            panic!("a failure is shown")
        };
        let labels: Vec<_> = actions.into_iter().map(|it| it.label).collect();
        person.press("Green");
        assert_eq!(answer(&person, "case-light").as_deref(), Some("green"), "by hand it goes on");
        format!("{text}\n  {advice}\n  {detail}\n  {labels:?}")
    });
    expect![[r#"
        The browser finds no Bluetooth here.
          Open this page on a computer or phone that has it, or answer by hand.
          For support: choose, NotFoundError: Bluetooth adapter not available.
          ["Try again", "Read the levels"]
        The browser finds no Bluetooth here.
          Open this page on a computer or phone that has it, or answer by hand.
          For support: choose, NotFoundError: Bluetooth Low Energy not available.
          ["Try again", "Read the levels"]
        Nothing was chosen.
          Was the list empty? Switch Bluetooth on, take your device out of its case, and pair it with this computer or phone. Then try again.
          For support: choose, NotFoundError: User cancelled the requestDevice() chooser.
          ["Try again", "Read the levels"]
        Bluetooth for web pages is switched off here.
          Look in the settings of the browser and the system, or answer by hand.
          For support: choose, NotFoundError: Web Bluetooth API globally disabled.
          ["Try again", "Read the levels"]
        Bluetooth for web pages is switched off here.
          Look in the settings of the browser and the system, or answer by hand.
          For support: choose, NotFoundError: User or their enterprise policy has disabled Web Bluetooth.
          ["Try again", "Read the levels"]
        Bluetooth for web pages is switched off here.
          Look in the settings of the browser and the system, or answer by hand.
          For support: choose, NotFoundError: User denied the browser permission to scan for Bluetooth devices.
          ["Try again", "Read the levels"]
        The browser did not see that you pressed the button.
          Press it once more.
          For support: choose, SecurityError: Must be handling a user gesture to show a permission request.
          ["Try again", "Read the levels"]
        This page may not use Bluetooth.
          The site, or the frame around this help, does not allow it. Answer by hand.
          For support: choose, SecurityError: Access to the feature "bluetooth" is disallowed by permissions policy.
          ["Try again", "Read the levels"]
        This browser cannot read it in this way.
          Answer by hand, or open this page in Chrome or Edge.
          For support: choose, TypeError: Invalid Service name.
          ["Try again", "Read the levels"]
        Nothing was chosen.
          Was the list empty? Switch Bluetooth on, take your device out of its case, and pair it with this computer or phone. Then try again.
          For support: choose, NotFoundError: No port selected by the user.
          ["Try again", "Read one level, another way"]
        This browser cannot read it in this way.
          Answer by hand, or open this page in Chrome or Edge.
          For support: choose, NotSupportedError: Request failed
          ["Try again", "Read one level, another way"]
        Your device could not be reached.
          Take it out of its case and connect it to this computer or phone, as if to play music. Then try again.
          For support: connect, NetworkError: Connection Error: Connection attempt failed.
          ["Try again", "Read the levels"]
        Your device could not be reached.
          Take it out of its case and connect it to this computer or phone, as if to play music. Then try again.
          For support: connect, NotFoundError: Does not exist.
          ["Try again", "Read the levels"]
        Your device could not be reached.
          Take it out of its case and connect it to this computer or phone, as if to play music. Then try again.
          For support: connect, NetworkError: Failed to open serial port.
          ["Try again", "Read one level, another way"]
        Your device could not be reached.
          Take it out of its case and connect it to this computer or phone, as if to play music. Then try again.
          For support: connect, InvalidStateError: The port is already open.
          ["Try again", "Read one level, another way"]
        Your device tells no level in this way. Many do not.
          Answer by hand.
          For support: read, NotFoundError: No Services matching UUID 0000180f-… found in Device.
          ["Try again", "Read the levels"]
        Your device does not allow it.
          Pair it with this computer or phone, then try again.
          For support: read, SecurityError: GATT operation not authorized.
          ["Try again", "Read the levels"]
        Your device does not allow it.
          Pair it with this computer or phone, then try again.
          For support: read, NotSupportedError: GATT operation failed for unknown reason.
          ["Try again", "Read the levels"]
        Your device does not allow it.
          Pair it with this computer or phone, then try again.
          For support: read, NetworkError: GATT Error: Not paired.
          ["Try again", "Read the levels"]
        The connection was lost.
          Keep your device out of its case and close by, then try again.
          For support: read, NetworkError: GATT Server is disconnected. Cannot perform GATT operations.
          ["Try again", "Read the levels"]
        What your device told is no battery level.
          Try again. If it says so again, answer by hand.
          For support: read, InvalidModificationError: GATT Error: invalid attribute length.
          ["Try again", "Read the levels"]
        The connection was lost.
          Keep your device out of its case and close by, then try again.
          For support: read, NetworkError: The device has been lost.
          ["Try again", "Read one level, another way"]
        The connection was lost.
          Keep your device out of its case and close by, then try again.
          For support: read, UnknownError: An unknown system error has occurred.
          ["Try again", "Read one level, another way"]
        Something else went wrong.
          Try again, or answer by hand.
          For support: read, OddError: Never seen.
          ["Try again", "Read one level, another way"]
        Your device did not answer in time.
          Take it out of its case, switch Bluetooth off and on, and try again.
          For support: connect, TimedOut
          ["Try again", "Read one level, another way"]
        Your device did not answer in time.
          Take it out of its case, switch Bluetooth off and on, and try again.
          For support: read, TimedOut
          ["Try again", "Read one level, another way"]
        The connection was lost.
          Keep your device out of its case and close by, then try again.
          For support: read, LinkLost
          ["Try again", "Read one level, another way"]
        Your device speaks an older language, in which asking is not safe.
          Nothing more was sent to it. Answer by hand.
          For support: read, FirstVersion
          ["Try again", "Read one level, another way"]
        What your device told is no battery level.
          Try again. If it says so again, answer by hand.
          For support: read, OddAnswer
          ["Try again", "Read one level, another way"]
        Your device answers, but tells no level.
          Take it out of its case and try again, or answer by hand.
          For support: read, NoLevel
          ["Try again", "Read one level, another way"]"#]].assert_eq(&told.collect::<Vec<_>>().join("\n"));
}
