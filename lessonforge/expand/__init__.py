"""A lesson and its templates become a storyboard: a shot and utterances for every scene."""
