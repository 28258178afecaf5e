"""Five kinds of light: sky from zenith to horizon, where the sun stands, how the film is developed.

`sun_at` is azimuth and elevation in degrees; `amb`, `haze`, `exposure`, `sat` are factors.
"""

GOLD = {
    "sky": ("#3a6cb8", "#9fc3e4", "#ffdcb4"),
    "sun": "#ffc083",
    "sun_at": (238, 20),
    "sun_gain": 3.7,
    "amb": 0.9,
    "clouds": 0.5,
    "cloud": "#ffeedd",
    "haze": 0.009,
    "exposure": 0.88,
    "sat": 1.06,
    "split": ("#2a2658", "#ffe8cc"),
}
NOON = {
    "sky": ("#2a63b8", "#7fb4e6", "#dcebf5"),
    "sun": "#fff0d8",
    "sun_at": (215, 52),
    "sun_gain": 3.6,
    "amb": 0.95,
    "clouds": 0.52,
    "haze": 0.007,
    "exposure": 0.82,
}
ROSE = {
    "sky": ("#4a4f9a", "#c98fb0", "#ffb59a"),
    "sun": "#ff8f5a",
    "sun_at": (262, 9),
    "sun_gain": 4.2,
    "amb": 0.85,
    "clouds": 0.58,
    "cloud": "#ffc2b0",
    "haze": 0.016,
}
BLUE = {
    "sky": ("#0b1436", "#27407d", "#8b7aa5"),
    "sun": "#7f8fd0",
    "sun_at": (300, 30),
    "sun_gain": 0.16,
    "amb": 0.62,
    "clouds": 0.45,
    "cloud": "#4a4f86",
    "night": 2.2,
    "haze": 0.012,
    "disc_gain": 0,
    "glow": 0.1,
    "bloom": 1.5,
    "bloom_at": 0.9,
    "exposure": 1.25,
}
MORN = {
    "sky": ("#6f9fd6", "#c9d4ea", "#ffdcd0"),
    "sun": "#ffcfa0",
    "sun_at": (95, 14),
    "sun_gain": 3.6,
    "amb": 1.0,
    "clouds": 0.4,
    "haze": 0.02,
    "exposure": 0.95,
}
