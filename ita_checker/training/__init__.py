"""The workshop of the Thai reader: lines are drawn and damaged, a model learns to read them. Not
needed to check a report.
"""
