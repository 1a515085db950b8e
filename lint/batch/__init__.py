"""Many reports at once: work spread over the processors, results in the order of the files."""
