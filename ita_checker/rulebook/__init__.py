"""rules/*.yaml to Rule, and the catalogue of findings. The only place that knows YAML."""
