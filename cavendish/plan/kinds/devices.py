"""Machines for a hand, an ear or an eye."""

from cavendish.plan.kinds.base import ANY, FACE, LONG, TURN, Kind

# A table reads better unbroken.
# fmt: off
DEVICES = (
    Kind("computer mouse", ("computer mouse", "pc mouse", "wired mouse", "optical mouse"), "object",
         (0.61, 0.36, 1.17), "white", "plastic", LONG,
         colors=("white", "red", "blue", "green", "yellow", "pink", "purple")),
    Kind("tv remote", ("tv remote", "remote", "remote control", "tv remote control"), "object",
         (0.47, 0.93, 0.39), "black", "plastic", TURN,
         colors=("black", "black", "blue", "red", "purple", "green")),
    Kind("computer keyboard", ("computer keyboard", "keyboard", "pc keyboard"), "object",
         (1.20, 0.31, 0.53), "white", "plastic", TURN,
         colors=("white", "white", "black", "blue", "pink", "green")),
    Kind("cell phone", ("cell phone", "phone", "cellphone", "mobile phone", "smartphone", "smart phone", "iphone"),
         "object", (0.59, 0.94, 0.44), "blue", "plastic", TURN,
         colors=("blue", "red", "pink", "green", "yellow", "purple", "white", "black")),
    Kind("camera", ("camera", "photo camera", "film camera", "digital camera"), "object",
         (1.03, 0.735, 0.58), "brown", "plastic", TURN,
         colors=("brown", "red", "blue", "black", "green", "orange")),
    Kind("microphone", ("microphone", "mic"), "object",
         (0.76, 1.28, 0.66), "black", "plastic", FACE,
         colors=("black", "red", "blue", "purple", "pink", "green")),
    Kind("headphones", ("headphones", "headphone", "headset", "earphones", "pair of headphones"), "object",
         (1.05, 1.01, 0.47), "red", "plastic", TURN,
         colors=("red", "blue", "yellow", "pink", "green", "purple", "white")),
    Kind("radio", ("radio", "transistor radio", "retro radio"), "object",
         (1.14, 1.17, 0.47), "red", "plastic", TURN,
         colors=("red", "blue", "yellow", "green", "orange", "brown", "pink")),
    Kind("telescope", ("telescope", "spyglass"), "object",
         (1.14, 1.33, 0.67), "blue", "ceramic", (0.0, 30.0),
         colors=("blue", "red", "white", "green", "black"),
         places=(("meadow", 0.4), ("studio", 0.45), ("beach", 0.15))),
    Kind("light bulb", ("light bulb", "lightbulb", "bulb"), "object",
         (0.60, 0.96, 0.60), "yellow", "plastic", ANY,
         colors=("yellow", "yellow", "yellow", "white", "orange", "red", "blue", "green")),
)
# fmt: on
