"""python -m ita_checker"""

from ita_checker.cli.group import main

main()
