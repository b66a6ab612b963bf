"""What our notebooks share."""


def greeting(name):
    return f"hello, {name}"
