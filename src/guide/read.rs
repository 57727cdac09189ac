//! Reads the types of the document, field by field.

use super::node::{Node, Read};
use super::{
    Battery, Choice, Claim, Condition, Contact, Danger, Fault, First, Guide, Instruction, Light, Measure, Model, Note,
    Picture, Preparation, Question, ReadingRule, Repair, Service, Source, Stroke, TranslationFile, Trust, Unit,
    Verdict, Wait, WaitCheck,
};

impl Read for Guide {
    fn read(node: &Node<'_>) -> Guide {
        Guide {
            format: node.field("format"),
            id: node.field("id"),
            version: node.field("version"),
            language: node.field("language"),
            translations: node.or_empty("translations"),
            product: node.field("product"),
            title: node.field("title"),
            intro: node.field("intro"),
            verdict: node.field("verdict"),
            sources: node.field("sources"),
            numbers_source: node.field("numbers_source"),
            battery: node.optional("battery"),
            notes: node.or_empty("notes"),
            dangers: node.or_empty("dangers"),
            danger_question: node.optional("danger_question"),
            danger_advice: node.optional("danger_advice"),
            faults: node.field("faults"),
            questions: node.or_empty("questions"),
            preparations: node.or_empty("preparations"),
            repairs: node.field("repairs"),
            service: node.field("service"),
            first: node.optional("first"),
            aftercare: node.or_empty("aftercare"),
            pictures: node.or_empty("pictures"),
        }
    }
}

impl Read for TranslationFile {
    fn read(node: &Node<'_>) -> TranslationFile {
        if node.is_text() {
            return TranslationFile::Plain(String::read(node));
        }
        TranslationFile::Pinned { url: node.field("url"), integrity: node.field("integrity") }
    }
}

impl Read for Verdict {
    fn read(node: &Node<'_>) -> Verdict {
        Verdict {
            question: node.field("question"),
            fixed: node.field("fixed"),
            not_fixed: node.field("not_fixed"),
            done: node.field("done"),
        }
    }
}

impl Read for Source {
    fn read(node: &Node<'_>) -> Source {
        Source {
            title: node.field("title"),
            url: node.optional("url"),
            trust: node.field("trust"),
            model: node.field("model"),
        }
    }
}

impl Read for Claim {
    fn read(node: &Node<'_>) -> Claim {
        Claim { text: node.field("text"), source: node.field("source") }
    }
}

impl Read for Battery {
    fn read(node: &Node<'_>) -> Battery {
        Battery {
            serial_service: node.optional("serial_service"),
            names: node.or_empty("names"),
            prepare: node.field("prepare"),
            remark: node.field("remark"),
        }
    }
}

impl Read for Note {
    fn read(node: &Node<'_>) -> Note {
        Note { id: node.field("id"), title: node.field("title"), claims: node.field("claims") }
    }
}

impl Read for Danger {
    fn read(node: &Node<'_>) -> Danger {
        Danger {
            id: node.field("id"),
            text: node.field("text"),
            picture: node.optional("picture"),
            advice: node.field("advice"),
            source: node.field("source"),
        }
    }
}

impl Read for Fault {
    fn read(node: &Node<'_>) -> Fault {
        Fault {
            id: node.field("id"),
            weight: node.field("weight"),
            numbers_source: node.optional("numbers_source"),
            text: node.field("text"),
            why: node.field("why"),
        }
    }
}

impl Read for Question {
    fn read(node: &Node<'_>) -> Question {
        Question {
            id: node.field("id"),
            minutes: node.field("minutes"),
            wait: node.optional("wait"),
            text: node.field("text"),
            help: node.or_empty("help"),
            meanwhile: node.or_empty("meanwhile"),
            picture: node.optional("picture"),
            choices: node.field("choices"),
            odds: node.field("odds"),
            reading: node.optional("reading"),
            numbers_source: node.optional("numbers_source"),
            source: node.field("source"),
        }
    }
}

impl Read for Choice {
    fn read(node: &Node<'_>) -> Choice {
        Choice {
            id: node.field("id"),
            text: node.field("text"),
            light: node.optional("light"),
            dangers: node.or_empty("dangers"),
        }
    }
}

impl Read for ReadingRule {
    fn read(node: &Node<'_>) -> ReadingRule {
        ReadingRule {
            measure: node.field("measure"),
            units: node.field("units"),
            minutes: node.field("minutes"),
            between: node.optional("between"),
            first: node.or_empty("first"),
            second: node.or_empty("second"),
            choices: node.field("choices"),
            source: node.field("source"),
        }
    }
}

impl Read for Measure {
    fn read(node: &Node<'_>) -> Measure {
        node.one_of([("level", Measure::Level), ("present", Measure::Present), ("rise", Measure::Rise)])
    }
}

impl Read for Unit {
    fn read(node: &Node<'_>) -> Unit {
        node.one_of([("left", Unit::Left), ("right", Unit::Right), ("case", Unit::Case), ("whole", Unit::Whole)])
    }
}

impl Read for Preparation {
    fn read(node: &Node<'_>) -> Preparation {
        Preparation {
            minutes: node.field("minutes"),
            numbers_source: node.optional("numbers_source"),
            text: node.field("text"),
        }
    }
}

impl Read for Repair {
    fn read(node: &Node<'_>) -> Repair {
        Repair {
            id: node.field("id"),
            minutes: node.field("minutes"),
            wait: node.optional("wait"),
            needs: node.or_empty("needs"),
            text: node.field("text"),
            picture: node.optional("picture"),
            why: node.field("why"),
            notices: node.or_empty("notices"),
            more: node.or_empty("more"),
            notes: node.or_empty("notes"),
            instructions: node.field("instructions"),
            fixes: node.field("fixes"),
            voids: node.or_empty("voids"),
            only_if: node.optional("only_if"),
            article: node.optional("article"),
            numbers_source: node.optional("numbers_source"),
            source: node.field("source"),
        }
    }
}

impl Read for Instruction {
    fn read(node: &Node<'_>) -> Instruction {
        Instruction {
            id: node.field("id"),
            heading: node.optional("heading"),
            text: node.field("text"),
            picture: node.optional("picture"),
            source: node.optional("source"),
        }
    }
}

impl Read for Wait {
    fn read(node: &Node<'_>) -> Wait {
        Wait {
            minutes: node.field("minutes"),
            share: node.field("share"),
            text: node.field("text"),
            over: node.field("over"),
            checks: node.or_empty("checks"),
        }
    }
}

impl Read for WaitCheck {
    fn read(node: &Node<'_>) -> WaitCheck {
        WaitCheck { minutes: node.field("minutes"), text: node.field("text"), source: node.field("source") }
    }
}

impl Read for Condition {
    fn read(node: &Node<'_>) -> Condition {
        Condition { question: node.field("question"), is: node.field("is") }
    }
}

impl Read for Service {
    fn read(node: &Node<'_>) -> Service {
        Service {
            minutes: node.field("minutes"),
            numbers_source: node.optional("numbers_source"),
            text: node.field("text"),
            action: node.field("action"),
            claims: node.field("claims"),
            more: node.or_empty("more"),
            notes: node.or_empty("notes"),
            contacts: node.field("contacts"),
        }
    }
}

impl Read for First {
    fn read(node: &Node<'_>) -> First {
        First {
            numbers: node.field("numbers"),
            step: node.optional("step"),
            minutes: node.field("minutes"),
            fixed: node.field("fixed"),
            steps: node.field("steps"),
            at_least: node.field("at_least"),
            unasked: node.field("unasked"),
        }
    }
}

impl Read for Contact {
    fn read(node: &Node<'_>) -> Contact {
        Contact { region: node.field("region"), url: node.field("url") }
    }
}

impl Read for Picture {
    fn read(node: &Node<'_>) -> Picture {
        Picture {
            text: node.field("text"),
            size: node.optional("size"),
            strokes: node.or_empty("strokes"),
            image: node.optional("image"),
        }
    }
}

impl Read for Stroke {
    fn read(node: &Node<'_>) -> Stroke {
        let (style, data) = node.pair();
        Stroke(style, data)
    }
}

impl Read for Light {
    fn read(node: &Node<'_>) -> Light {
        node.one_of([
            ("green", Light::Green),
            ("orange", Light::Orange),
            ("red", Light::Red),
            ("flashing", Light::Flashing),
            ("off", Light::Off),
            ("on", Light::On),
        ])
    }
}

impl Read for Trust {
    fn read(node: &Node<'_>) -> Trust {
        node.one_of([
            ("official", Trust::Official),
            ("reported", Trust::Reported),
            ("article", Trust::Article),
            ("judgement", Trust::Judgement),
        ])
    }
}

impl Read for Model {
    fn read(node: &Node<'_>) -> Model {
        node.one_of([
            ("this", Model::This),
            ("family", Model::Family),
            ("sibling", Model::Sibling),
            ("other", Model::Other),
        ])
    }
}
