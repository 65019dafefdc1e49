"""Places, bodies and things with more than one name, where the choice between them says something. Own list."""

# One line a thing, the name that maps show most first.
SAME_THING = """
    Kyiv|Kiev
    Lviv|Lvov
    Kharkiv|Kharkov
    Odesa|Odessa
    Mykolaiv|Nikolayev
    Zaporizhzhia|Zaporozhye
    Luhansk|Lugansk
    Chernobyl|Chornobyl
    Donbas|Donbass
    Belarus|Byelorussia|White Russia
    Kyrgyzstan|Kirghizia
    Moldova|Moldavia
    Transnistria|Transdniestria|Pridnestrovie
    Nagorno-Karabakh|Artsakh
    Türkiye|Turkey
    Czech Republic|Czechia
    North Macedonia|Macedonia
    Myanmar|Burma
    Yangon|Rangoon
    Beijing|Peking
    Taiwan|Republic of China|Chinese Taipei
    Xinjiang|East Turkestan
    Mumbai|Bombay
    Chennai|Madras
    Kolkata|Calcutta
    Bengaluru|Bangalore
    Ho Chi Minh City|Saigon
    Timor-Leste|East Timor
    Eswatini|Swaziland
    Côte d’Ivoire|Cote d’Ivoire|Ivory Coast
    Cabo Verde|Cape Verde
    Western Sahara|Moroccan Sahara
    Derry|Londonderry
    Northern Ireland|Ulster|the Six Counties
    Falkland Islands|Falklands|Malvinas
    West Bank|Judea and Samaria
    Temple Mount|Haram al-Sharif|Noble Sanctuary
    Persian Gulf|Arabian Gulf
    Gulf of Mexico|Gulf of America
    Sea of Japan|East Sea
    South China Sea|West Philippine Sea
    Denali|Mount McKinley
    Islamic State|ISIS|ISIL|Daesh|IS militants
    Affordable Care Act|Obamacare|health care law|health law
    estate tax|death tax|inheritance tax
    undocumented immigrants|illegal immigrants|illegal aliens|unauthorized immigrants|undocumented migrants|illegal migrants
    undocumented immigrant|illegal immigrant|illegal alien|unauthorized immigrant|undocumented migrant|illegal migrant
"""


def groups() -> tuple[tuple[str, ...], ...]:
    """Each thing's names."""
    return tuple(tuple(line.strip().split("|")) for line in SAME_THING.strip().splitlines())
