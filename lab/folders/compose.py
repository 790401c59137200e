"""Compose a folder of offices and years: honest reports on shared templates, and what is planted in
them.

folder(seed) -> Folder: the reports as texts of `rulebook.paper`, and the truth about each.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

import geothai

from lab.folders.change import renamed, reworded, with_cover_of
from lab.folders.offices import Office, Template
from lab.folders.words import day, filled, words

OFFICES, KINDS = 40, ("องค์การบริหารส่วนตำบล", "เทศบาลตำบล")
TEMPLATES = 7
ITEMS = {
    2564: ("O42", "O43"),
    2565: ("O42", "O43"),
    2566: ("O42", "O43"),
    2567: ("O34", "O35"),
    2568: ("O27", "O28"),
}
RESULTS_LAG = {2567: 1, 2568: 1}  # the year before is reported on
MISREAD = 0.012  # of the letters of a scan
PLANTED = {"SET001": 4, "SET002": 5, "SET003": 6, "SET004": 4, "DOC008": 2}


@dataclass(frozen=True)
class Paper:
    """One file: whose, for what, its text and what that holds; `scanned`: it is a scan, of whose
    letters so many are misread.
    """

    path: str
    office: Office
    year: int
    items: tuple[str, ...]
    text: str
    holds: tuple[str, ...]
    scanned: float = 0.0


@dataclass(frozen=True)
class Planted:
    """What must be found: a code on one of the paths (any of them), with a subject where several
    may be.
    """

    code: str
    paths: tuple[str, ...]
    subject: str = ""


@dataclass
class Folder:
    """A folder and its truth. `fair`: findings that are neither asked for nor wrong."""

    papers: dict[str, Paper] = field(default_factory=dict)
    planted: list[Planted] = field(default_factory=list)
    fair: set[tuple[str, str]] = field(default_factory=set)


def folder(seed: int) -> Folder:
    """Return the folder of a seed."""
    chance = random.Random(f"folder {seed}")
    years = chance.choice([(2564, 2565), (2565, 2566), (2567, 2568)])
    offices = _offices(chance)
    made = Folder()
    for office in offices:
        plan_before: str | None = None
        for year in years:
            for paper in _papers(chance, office, year, plan_before):
                made.papers[paper.path] = paper
                if paper.holds == ("plan",) and chance.random() < 0.4:
                    plan_before = paper.text
    _plant(chance, made, offices, years)
    return made


def _offices(chance: random.Random) -> list[Office]:
    """Return offices in places there are; some are neighbours that share all but what they did."""
    templates = [_template(chance) for _ in range(TEMPLATES)]
    provinces = chance.sample(list(geothai.provinces()), 12)
    found: list[Office] = []
    taken: set[str] = set()
    while len(found) < OFFICES:
        province = chance.choice(provinces)
        district = chance.choice(list(geothai.districts(province.code)))
        places = [one.name_th for one in geothai.subdistricts(district.code)]
        neighbours = chance.sample(places, min(len(places), chance.choice([1, 1, 2, 3])))
        template = templates[min(int(chance.expovariate(0.5)), TEMPLATES - 1)]
        measures = _measures(chance)
        for proper in neighbours:
            if proper in taken or len(proper) < 4 or len(found) >= OFFICES:
                continue
            taken.add(proper)
            found.append(
                Office(
                    chance.choice(KINDS),
                    proper,
                    district.name_th.removeprefix("เขต"),
                    province.name_th,
                    template,
                    measures if chance.random() < 0.7 else _measures(chance),
                    f"นาย{chance.choice('กขคชซดตถทธนบปพภมยรลวสหอ')}"
                    f"{chance.choice(['มล', 'ิตติ', 'ุชาติ', 'ำพล'])}"
                    f" {chance.choice(['ใจดี', 'มีสุข', 'ศรีทอง', 'บุญมา', 'แก้วใส', 'ทองคำ'])}",
                    f"office-{len(found):02}",
                )
            )
    return found


def _template(chance: random.Random) -> Template:
    said = words()
    return Template(
        chance.choice(said["prefaces"]),
        chance.choice(said["closings"]),
        chance.choice(said["titles"]["results"]),
        tuple(chance.choice(said["plan_heads"])),
        tuple(chance.choice(said["results_heads"])),
        {key: chance.choice(names) for key, names in said["measures"].items()},
        {key: tuple(chance.sample(steps, 3)) for key, steps in said["steps"].items()},
        {key: chance.choice(said["units"]) for key in said["measures"]},
    )


def _measures(chance: random.Random) -> tuple[str, ...]:
    keys = list(words()["measures"])
    return tuple(chance.sample(keys, chance.randint(3, 6)))


def _papers(
    chance: random.Random, office: Office, year: int, plan_before: str | None
) -> list[Paper]:
    """Return an office's files of one year: plan and results, in one file or in two or three, and
    at times another item.
    """
    plan_item, results_item = ITEMS[year]
    home = f"{year}/{office.folder}"
    plan = _plan(chance, office, year, plan_before)
    lag = RESULTS_LAG.get(year, 0)
    results = _results(chance, office, year - lag, office.measures)
    if not lag and chance.random() < 0.15:
        whole = "\n---page---\n".join([plan, results.split("---page---", 1)[1]])
        made = [
            Paper(
                f"{home}/{plan_item}-{results_item}.pdf",
                office,
                year,
                (plan_item, results_item),
                whole,
                ("plan", "results"),
            )
        ]
    else:
        made = [
            Paper(f"{home}/{plan_item}.pdf", office, year, (plan_item,), plan, ("plan",)),
            Paper(
                f"{home}/{results_item}.pdf", office, year, (results_item,), results, ("results",)
            ),
        ]
    if year < 2567 and chance.random() < 0.5:
        made.append(
            Paper(f"{home}/O12.pdf", office, year, ("O12",), _annual(chance, office, year - 1), ())
        )
    return made


def _cover(office: Office, title: str, year: int) -> list[str]:
    return [
        f"# {title}",
        f"# ประจำปีงบประมาณ พ.ศ. {year}",
        "",
        f"-> {office.name}",
        f"-> อำเภอ{office.district} จังหวัด{office.province}",
        "---page---",
    ]


def _preface(chance: random.Random, office: Office, year: int) -> list[str]:
    return [
        "-> คำนำ",
        office.template.preface,
        f"{office.name} {office.template.closing} ประจำปีงบประมาณ พ.ศ. {year}",
        f"-> {office.name}",
        f"-> {day(chance, year)}",
        "---page---",
    ]


def _plan(chance: random.Random, office: Office, year: int, before: str | None) -> str:
    """Return the measures of a year; with last year's plan, that plan under a new analysis."""
    said = words()
    title = said["titles"]["plan"][0]
    weak = chance.sample(said["indicators"], 2)
    analysis = [
        (
            "1. การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
            f" ประจำปีงบประมาณ พ.ศ. {year - 1}"
        ),
        (
            f"{office.name} มีผลการประเมินในภาพรวม {chance.uniform(60, 97):.2f} คะแนน"
            f" ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน ได้แก่ {weak[0]} ได้"
            f" {chance.uniform(50, 84):.2f} คะแนน และ{weak[1]} ได้ {chance.uniform(50, 84):.2f}"
            " คะแนน"
        ),
        "ประเด็นที่จะต้องพัฒนาให้ดีขึ้น",
        *(
            f"- {filled(one, chance, year - 1)}"
            for one in chance.sample(said["analysis"], chance.randint(2, 4))
        ),
        ("แนวทางการนำผลการวิเคราะห์ไปสู่การปฏิบัติของหน่วยงาน ให้ทุกส่วนราชการดำเนินการตามมาตรการต่อไปนี้"),
    ]
    table = [line for line in (before or "").split("\n") if " | " in line] or _plan_rows(office)
    lines = [
        *_cover(office, title, year),
        *_preface(chance, office, year),
        *analysis,
        "",
        "2. มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "",
        *table,
        "",
        f"ลงชื่อ {office.head}",
        f"นายก{office.name}",
    ]
    return "\n".join(lines)


def _plan_rows(office: Office) -> list[str]:
    template = office.template
    rows = [" | ".join(template.plan_heads)]
    for number, key in enumerate(office.measures, 1):
        steps = " // ".join(f"{at}. {step}" for at, step in enumerate(template.steps[key], 1))
        cells = {
            "ที่": str(number),
            "มาตรการ": template.names[key],
            "แนวทางการดำเนินการ": template.steps[key][0],
            "ขั้นตอน/วิธีการปฏิบัติ": steps,
            "ผู้รับผิดชอบ": template.units[key],
            "การกำกับติดตาม": "รายงานผลการดำเนินงานตามมาตรการ // - รอบ 6 เดือน // - รอบ 12 เดือน",
        }
        rows.append(" | ".join(cells[head] for head in template.plan_heads))
    return rows


def _results(chance: random.Random, office: Office, year: int, measures: tuple[str, ...]) -> str:
    said, template = words(), office.template
    rows = [" | ".join(template.results_heads)]
    for key in measures:
        activities = " // ".join(
            f"- {filled(one, chance, year)}"
            for one in chance.sample(said["activities"][key], chance.randint(1, 3))
        )
        output = filled(chance.choice(said["outputs"]), chance, year)
        outcome = filled(chance.choice(said["outcomes"]), chance, year)
        cells = {
            "มาตรการ": template.names[key],
            "มาตรการ/กิจกรรม": template.names[key],
            "การดำเนินการ": activities,
            "รายละเอียดการดำเนินงาน": activities,
            "ระยะเวลา": day(chance, year),
            "ผลผลิต": output,
            "ผลลัพธ์": outcome,
            "ผลการดำเนินการ": f"{output} {outcome}",
            "หมายเหตุ": "-",
        }
        rows.append(" | ".join(cells[head] for head in template.results_heads))
    told = [
        f"ปัญหาและอุปสรรค {filled(chance.choice(said['problems']), chance, year)}",
        f"ข้อเสนอแนะ {filled(chance.choice(said['suggestions']), chance, year)}",
    ]
    lines = [
        *_cover(office, template.results_title, year),
        *_preface(chance, office, year),
        (
            f"บัดนี้ {office.name} อำเภอ{office.district} จังหวัด{office.province}"
            " ได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ"
            f" พ.ศ. {year} รอบ 6 เดือน และรอบ 12 เดือน เรียบร้อยแล้ว มีผลการดำเนินการดังนี้"
        ),
        "",
        *rows,
        "",
        *told,
        f"ลงชื่อ {office.head}",
        f"นายก{office.name}",
    ]
    return "\n".join(lines)


def _annual(chance: random.Random, office: Office, year: int) -> str:
    said = words()
    keys = chance.sample(list(said["activities"]), 4)
    done = [f"- {filled(chance.choice(said['activities'][key]), chance, year)}" for key in keys]
    return "\n".join(
        [
            *_cover(office, said["titles"]["annual"][0], year),
            "ผลการดำเนินงานตามแผนดำเนินงานประจำปี",
            *done,
            f"-> {day(chance, year)}",
        ]
    )


def _plant(
    chance: random.Random, made: Folder, offices: list[Office], years: tuple[int, int]
) -> None:
    """Plant every kind of mistake, one to an office and year at most."""
    free = [(office, year) for office in offices for year in years]
    chance.shuffle(free)
    touched: set[str] = set()
    for code, count in PLANTED.items():
        done = 0
        for at in list(free):
            if done == count:
                break
            if at[0].folder in touched:
                continue
            if PLANT[code](chance, made, *at, years, touched):
                free.remove(at)
                touched.add(at[0].folder)
                done += 1


def _single(made: Folder, office: Office, year: int, which: str) -> Paper | None:
    """Return the file of one office and year that holds plan or results and nothing else."""
    return next(
        (
            one
            for one in made.papers.values()
            if one.office is office and one.year == year and one.holds == (which,)
        ),
        None,
    )


def _missing(
    chance: random.Random,
    made: Folder,
    office: Office,
    year: int,
    years: tuple[int, int],
    touched: set[str],
) -> bool:
    which = chance.choice(["plan", "results"])
    gone, other = (
        _single(made, office, year, one)
        for one in (which, "plan" if which == "results" else "results")
    )
    if gone is None or other is None:
        return False
    del made.papers[gone.path]
    left = tuple(
        one.path for one in made.papers.values() if one.office is office and one.year == year
    )
    made.planted.append(Planted("SET001", left, gone.items[0]))
    return True


def _differing(
    chance: random.Random,
    made: Folder,
    office: Office,
    year: int,
    years: tuple[int, int],
    touched: set[str],
) -> bool:
    plan_year = year - RESULTS_LAG.get(year, 0)
    results = _single(made, office, year, "results")
    plan = _single(made, office, plan_year, "plan")
    if results is None or plan is None or len(office.measures) < 4:
        return False
    row = [line for line in plan.text.split("\n") if " | " in line][1:]
    gone = chance.choice(office.measures)
    kept = tuple(key for key in office.measures if key != gone)
    paths = (results.path, plan.path)
    made.planted.append(Planted("SET002", paths, office.template.names[gone]))
    if chance.random() < 0.4:
        other = chance.choice([key for key in words()["measures"] if key not in office.measures])
        kept = (*kept, other)
        made.planted.append(Planted("SET002", paths, office.template.names[other]))
    assert row
    text = _results(chance, office, plan_year, kept)
    made.papers[results.path] = replace(results, text=text)
    return True


def _copied(
    chance: random.Random,
    made: Folder,
    office: Office,
    year: int,
    years: tuple[int, int],
    touched: set[str],
) -> bool:
    which = chance.choice(["results", "results", "plan"])
    own = _single(made, office, year, which)
    sources = [
        one
        for one in made.papers.values()
        if one.holds == (which,)
        and one.office is not office
        and one.year == year
        and one.office.folder not in touched
    ]
    if own is None or not sources:
        return False
    source = chance.choice(sources)
    text = reworded(chance, renamed(source.text, source.office, office), 1 / 3)
    misread = MISREAD if chance.random() < 0.4 else 0.0
    made.papers[own.path] = replace(own, text=text, scanned=misread)
    touched.add(source.office.folder)
    made.planted.append(Planted("SET003", (own.path,)))
    made.fair |= {("SET003", source.path), ("SET002", own.path)}
    for one in made.papers.values():
        if one.office is office:
            made.fair.add(("SET002", one.path))
    return True


def _last_years(
    chance: random.Random,
    made: Folder,
    office: Office,
    year: int,
    years: tuple[int, int],
    touched: set[str],
) -> bool:
    before, own = (
        _single(made, office, years[0], "results"),
        _single(made, office, years[1], "results"),
    )
    if year != years[1] or before is None or own is None:
        return False
    text = with_cover_of(before.text, years[1] - years[0], everywhere=chance.random() < 0.5)
    made.papers[own.path] = replace(own, text=text)
    made.planted.append(Planted("SET004", (own.path,)))
    return True


def _resaved(
    chance: random.Random,
    made: Folder,
    office: Office,
    year: int,
    years: tuple[int, int],
    touched: set[str],
) -> bool:
    plan, results = _single(made, office, year, "plan"), _single(made, office, year, "results")
    if plan is None or results is None:
        return False
    made.papers[results.path] = replace(results, text=plan.text, scanned=MISREAD / 3)
    made.planted.append(Planted("DOC008", (results.path,)))
    made.fair |= {("DOC008", plan.path), ("SET001", plan.path), ("SET001", results.path)}
    return True


PLANT = {
    "SET001": _missing,
    "SET002": _differing,
    "SET003": _copied,
    "SET004": _last_years,
    "DOC008": _resaved,
}
