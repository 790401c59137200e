"""Years and dates: which are named, what each is said of, and the year the report covers."""

from __future__ import annotations

from ita_checker.facts.years.clauses import clause, clause_end
from ita_checker.facts.years.contradicted import belied, contradicted
from ita_checker.facts.years.covered import (
    covered,
    last_years_file,
    school_year,
    school_years,
    titled_wrongly,
    window,
)
from ita_checker.facts.years.dates import Date, dates, report_date
from ita_checker.facts.years.doing import Role as DateRole
from ita_checker.facts.years.governed import Role as YearRole
from ita_checker.facts.years.headed import headed
from ita_checker.facts.years.named import Year, dated, fiscal_year, years
from ita_checker.facts.years.own_year import as_own_year, part_of_a_name
from ita_checker.facts.years.where import Kind, Place, line, opened, place, places, results_from
from ita_checker.facts.years.written import other_script

__all__ = [
    "Date",
    "DateRole",
    "Kind",
    "Place",
    "Year",
    "YearRole",
    "as_own_year",
    "belied",
    "clause",
    "clause_end",
    "contradicted",
    "covered",
    "dated",
    "dates",
    "fiscal_year",
    "headed",
    "last_years_file",
    "line",
    "opened",
    "other_script",
    "part_of_a_name",
    "place",
    "places",
    "report_date",
    "results_from",
    "school_year",
    "school_years",
    "titled_wrongly",
    "window",
    "years",
]
