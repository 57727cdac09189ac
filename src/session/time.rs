//! A moment in time, as a number that comes in with each event. The core has no clock of its own.

use serde::Serialize;

const MS_PER_MINUTE: i64 = 60_000;
const MINUTES_PER_DAY: i64 = 24 * 60;

/// The last moment that calendars in browsers know.
pub(super) const LAST_MOMENT: i64 = 8_640_000_000_000_000;

/// Milliseconds since 1970-01-01T00:00:00Z, as in JavaScript's `Date.now()`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Time(pub i64);

impl Time {
    /// The milliseconds from an earlier moment to this one; 0 if it is not earlier.
    pub fn ms_since(self, earlier: Time) -> i64 {
        self.0.saturating_sub(earlier.0).max(0)
    }

    /// The minute that it lies in, counted from 1970.
    pub(super) fn minute(self) -> i64 {
        self.0.div_euclid(MS_PER_MINUTE)
    }

    /// When a minute begins that is counted from 1970.
    pub(super) fn of_minute(minute: i64) -> Time {
        Time(minute.saturating_mul(MS_PER_MINUTE))
    }

    /// Date and time as ISO 8601 with the offset from UTC in minutes, such as `2026-11-22T10:31:05+01:00`.
    pub fn iso(self, offset_minutes: i32) -> String {
        let local_ms = self.0.saturating_add(i64::from(offset_minutes) * MS_PER_MINUTE);
        let minutes = local_ms.div_euclid(MS_PER_MINUTE);
        let seconds = local_ms.rem_euclid(MS_PER_MINUTE) / 1000;
        let (year, month, day) = date(minutes.div_euclid(MINUTES_PER_DAY));
        let minute_of_day = minutes.rem_euclid(MINUTES_PER_DAY);
        let (hour, minute) = (minute_of_day / 60, minute_of_day % 60);
        let sign = if offset_minutes < 0 { '-' } else { '+' };
        let offset = offset_minutes.unsigned_abs();
        format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{seconds:02}{sign}{:02}:{:02}",
            offset / 60,
            offset % 60
        )
    }

    /// Date and time in UTC as the basic format of ISO 8601 has it, such as `20261122T093105Z`.
    pub(super) fn basic(self) -> String {
        let digits = self.iso(0).chars().filter(|it| !matches!(it, '-' | ':')).take(15).collect::<String>();
        digits + "Z"
    }
}

/// Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar.
///
/// The year is counted from March, so that the leap day is its last; 146,097 days are the 400 years after which the
/// calendar repeats. The method is Howard Hinnant's "civil from days", <https://howardhinnant.github.io/date_algorithms.html>.
fn date(days: i64) -> (i64, i64, i64) {
    let from_march_0000 = days + 719_468;
    let era = from_march_0000.div_euclid(146_097);
    let day_of_era = from_march_0000.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}
