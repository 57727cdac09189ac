//! What must be true of how battery levels are read, and of what they answer.

use super::battery::ReadingRule;
use super::check::Checker;
use super::document::Question;
use super::error::Problem;
use std::fmt::Arguments;

/// How many digits stand between the hyphens of the id of a service.
const UUID: [usize; 5] = [8, 4, 4, 4, 12];

impl Checker<'_> {
    pub(super) fn battery(&mut self) {
        let Some(battery) = &self.guide.battery else { return };
        if battery.serial_service.is_none() && battery.names.is_empty() {
            self.error(
                format_args!("battery"),
                Problem::Range("an object with a serial_service, with names, or with both"),
            );
        }
        if battery.serial_service.as_ref().is_some_and(|it| !is_uuid(it)) {
            self.error(
                format_args!("battery.serial_service"),
                Problem::Range("the id of a service, in full and in lower case"),
            );
        }
        for (idx, name) in battery.names.iter().enumerate() {
            self.not_empty(format_args!("battery.names[{idx}]"), name);
        }
        self.not_empty(format_args!("battery.prepare"), &battery.prepare);
        self.not_empty(format_args!("battery.remark.text"), &battery.remark.text);
        self.source(format_args!("battery.remark.source"), &battery.remark.source);
    }

    pub(super) fn reading(&mut self, place: Arguments<'_>, rule: &ReadingRule, question: &Question) {
        if self.guide.battery.is_none() {
            self.error(place, Problem::Range("absent where the guide has no field \"battery\""));
        }
        if rule.units.is_empty() {
            self.error(format_args!("{place}.units"), Problem::Missing);
        }
        self.minutes(format_args!("{place}.minutes"), rule.minutes);
        self.source(format_args!("{place}.source"), &rule.source);
        if rule.measure.needs_two() {
            self.not_empty(format_args!("{place}.second"), &rule.second);
            if !rule.between.as_deref().is_some_and(is_range) {
                self.error(
                    format_args!("{place}.between"),
                    Problem::Range("two numbers of minutes, the smaller one first"),
                );
            }
        }
        for (id, range) in rule.choices.iter() {
            let range_place = format_args!("{place}.choices.{id}");
            match question.choice(id) {
                // Nobody is told to stop by a number that may be wrong.
                Some(choice) if !choice.dangers.is_empty() => {
                    self.error(range_place, Problem::Range("a choice that is no sign of danger"));
                }
                Some(_) => (),
                None => self.error(range_place, Problem::Unknown("choice", id.to_owned())),
            }
            let overlaps = |(other, it): (&str, &Vec<f64>)| other != id && overlap(range, it);
            if !is_range(range) || rule.choices.iter().any(overlaps) {
                let wanted = "the lowest and the highest number of a range that overlaps no other";
                self.error(range_place, Problem::Range(wanted));
            }
        }
    }
}

fn is_uuid(text: &str) -> bool {
    let is_part = |(part, length): (&str, usize)| {
        part.len() == length && part.chars().all(|it| matches!(it, '0'..='9' | 'a'..='f'))
    };
    text.split('-').count() == UUID.len() && text.split('-').zip(UUID).all(is_part)
}

fn is_range(range: &[f64]) -> bool {
    matches!(range, [low, high] if low <= high)
}

fn overlap(one: &[f64], other: &[f64]) -> bool {
    matches!((one, other), ([low, high], [other_low, other_high]) if low <= other_high && other_low <= high)
}
