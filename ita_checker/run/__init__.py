"""Processes and memory: workers that can be killed, a cluster, the cache. Knows no PDF and no
rule.
"""
