"""python -m ita_checker"""

from ita_checker.cli import main

main()
