"""The pages that ask what a new VM should be: from a template, or as a clone of another VM."""
