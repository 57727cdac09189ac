//! One outline of a drawing, and the shortest path data for it.

use anyhow::{Result, bail};
use svgtypes::{PathParser, PathSegment, Transform};

/// How far the directions of a transform may differ, as a share.
const TOLERANCE: f64 = 1e-6;

/// A point, or the way from one to another.
type Point = [f64; 2];

/// One outline, in its own coordinates.
pub struct Outline(Vec<Part>);

/// A part of an outline, with all points where they are.
enum Part {
    Move(Point),
    /// The letter of its command, and its points.
    Curve(char, Vec<Point>),
    /// Radii, turn in degrees, the two flags, and the end.
    Arc(Point, f64, bool, bool, Point),
    Close,
}

impl Outline {
    /// The outline that path data draws.
    pub fn path(data: &str) -> Result<Outline> {
        let mut parts = Vec::new();
        let (mut start, mut at) = ([0.0, 0.0], [0.0, 0.0]);
        for segment in PathParser::from(data) {
            let part = part(segment?, at);
            at = match &part {
                Part::Move(point) => *point,
                Part::Curve(_, points) => points.last().copied().unwrap_or(at),
                Part::Arc(_, _, _, _, end) => *end,
                Part::Close => start,
            };
            if matches!(part, Part::Move(_)) {
                start = at;
            }
            parts.push(part);
        }
        Ok(Outline(parts))
    }

    /// A line from one point to another.
    pub fn line(from: Point, to: Point) -> Outline {
        Outline(vec![Part::Move(from), Part::Curve('l', vec![to])])
    }

    /// An ellipse around a point.
    pub fn ellipse([x, y]: Point, radii: Point) -> Outline {
        let half = |x| Part::Arc(radii, 0.0, false, true, [x, y]);
        Outline(vec![Part::Move([x - radii[0], y]), half(x + radii[0]), half(x - radii[0]), Part::Close])
    }

    /// A rectangle with round corners.
    pub fn rectangle([x, y]: Point, [width, height]: Point, radius: f64) -> Outline {
        let r = radius.min(width / 2.0).min(height / 2.0);
        let (right, bottom) = (x + width, y + height);
        let corners = [
            ([right - r, y], [right, y + r]),
            ([right, bottom - r], [right - r, bottom]),
            ([x + r, bottom], [x, bottom - r]),
            ([x, y + r], [x + r, y]),
        ];
        let mut parts = vec![Part::Move([x + r, y])];
        let mut at = [x + r, y];
        for (before, after) in corners {
            if tenths(before) != tenths(at) {
                parts.push(Part::Curve('l', vec![before]));
            }
            if r > 0.0 {
                parts.push(Part::Arc([r, r], 0.0, false, true, after));
            }
            at = after;
        }
        if r == 0.0 {
            // Closing draws the last side.
            parts.pop();
        }
        parts.push(Part::Close);
        Outline(parts)
    }

    /// Its path data after a transform, with numbers rounded to tenths and relative to the point before.
    pub fn path_data(&self, by: &Transform) -> Result<String> {
        let (scale, other) = (by.a.hypot(by.b), by.c.hypot(by.d));
        if (scale - other).abs() > TOLERANCE * scale || (by.a * by.c + by.b * by.d).abs() > TOLERANCE * scale {
            bail!("a transform must treat both directions alike");
        }
        let is_mirrored = by.a * by.d < by.b * by.c;
        let turned = by.b.atan2(by.a).to_degrees();
        let moved = |[x, y]: Point| [by.a * x + by.c * y + by.e, by.b * x + by.d * y + by.f];
        let mut writer = Writer::default();
        for part in &self.0 {
            match part {
                Part::Move(point) => writer.start(tenths(moved(*point))),
                Part::Curve(letter, points) => {
                    writer.curve(*letter, &points.iter().map(|it| tenths(moved(*it))).collect::<Vec<_>>());
                }
                Part::Arc(radii, turn, is_large, is_sweep, end) => {
                    let turn = if is_mirrored { turned - turn } else { turned + turn };
                    // A circle looks the same however it is turned.
                    let turn = if tenth(radii[0]) == tenth(radii[1]) { 0.0 } else { turn };
                    let [x, y] = tenths(radii.map(|it| it * scale));
                    let flags = [*is_large, *is_sweep != is_mirrored].map(|it| if it { 10 } else { 0 });
                    writer.arc([x, y, tenth(turn), flags[0], flags[1]], tenths(moved(*end)));
                }
                Part::Close => writer.close(),
            }
        }
        Ok(writer.data)
    }
}

fn part(segment: PathSegment, [at_x, at_y]: Point) -> Part {
    let point = |abs: bool, x: f64, y: f64| if abs { [x, y] } else { [at_x + x, at_y + y] };
    match segment {
        PathSegment::MoveTo { abs, x, y } => Part::Move(point(abs, x, y)),
        PathSegment::LineTo { abs, x, y } => Part::Curve('l', vec![point(abs, x, y)]),
        PathSegment::HorizontalLineTo { abs, x } => Part::Curve('l', vec![[point(abs, x, 0.0)[0], at_y]]),
        PathSegment::VerticalLineTo { abs, y } => Part::Curve('l', vec![[at_x, point(abs, 0.0, y)[1]]]),
        PathSegment::CurveTo { abs, x1, y1, x2, y2, x, y } => {
            Part::Curve('c', vec![point(abs, x1, y1), point(abs, x2, y2), point(abs, x, y)])
        }
        PathSegment::SmoothCurveTo { abs, x2, y2, x, y } => {
            Part::Curve('s', vec![point(abs, x2, y2), point(abs, x, y)])
        }
        PathSegment::Quadratic { abs, x1, y1, x, y } => Part::Curve('q', vec![point(abs, x1, y1), point(abs, x, y)]),
        PathSegment::SmoothQuadratic { abs, x, y } => Part::Curve('t', vec![point(abs, x, y)]),
        PathSegment::EllipticalArc { abs, rx, ry, x_axis_rotation, large_arc, sweep, x, y } => {
            Part::Arc([rx, ry], x_axis_rotation, large_arc, sweep, point(abs, x, y))
        }
        PathSegment::ClosePath { .. } => Part::Close,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a saturating cast is what a drawing needs")]
fn tenth(number: f64) -> i64 {
    (number * 10.0).round() as i64
}

fn tenths(point: Point) -> [i64; 2] {
    point.map(tenth)
}

/// Writes path data; all numbers are tenths, so that rounding does not add up.
#[derive(Default)]
struct Writer {
    data: String,
    /// The letter that the last numbers belong to.
    letter: Option<char>,
    start: [i64; 2],
    at: [i64; 2],
}

impl Writer {
    fn start(&mut self, to: [i64; 2]) {
        self.command('M', &to);
        (self.start, self.at, self.letter) = (to, to, None);
    }

    fn curve(&mut self, letter: char, points: &[[i64; 2]]) {
        let [x, y] = self.at;
        let by: Vec<i64> = points.iter().flat_map(|[to_x, to_y]| [to_x - x, to_y - y]).collect();
        match (letter, &by[..]) {
            ('l', [x, 0]) => self.command('h', &[*x]),
            ('l', [0, y]) => self.command('v', &[*y]),
            _ => self.command(letter, &by),
        }
        self.at = points.last().copied().unwrap_or(self.at);
    }

    fn arc(&mut self, [rx, ry, turn, is_large, is_sweep]: [i64; 5], to: [i64; 2]) {
        let [x, y] = [to[0] - self.at[0], to[1] - self.at[1]];
        self.command('a', &[rx, ry, turn, is_large, is_sweep, x, y]);
        self.at = to;
    }

    fn close(&mut self) {
        self.command('z', &[]);
        (self.at, self.letter) = (self.start, None);
    }

    fn command(&mut self, letter: char, numbers: &[i64]) {
        let mut needs_space = self.letter == Some(letter);
        if !needs_space {
            self.data.push(letter);
        }
        for number in numbers {
            if needs_space && *number >= 0 {
                self.data.push(' ');
            }
            self.data.push_str(&short(*number));
            needs_space = true;
        }
        self.letter = Some(letter);
    }
}

/// Tenths as a number without what it does not need: `12`, `-.5`.
fn short(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, tenth) => format!("{sign}.{tenth}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}
