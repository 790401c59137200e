"""Every rule put to one document (`judge`), and the first law (`law`). Nothing is imported with the
room: who asks the law alone loads no check.
"""
