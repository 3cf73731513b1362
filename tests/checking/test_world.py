"""What the references that ship know of the world: its leaders and ministers, its bodies and their summits."""

from __future__ import annotations

from datetime import date

import pytest

from opedcheck.checker import Checker
from opedcheck.readers import from_text

pytestmark = pytest.mark.model

RIGHT = [
    ("2016-03-01", "Kenyan President Uhuru Kenyatta met the opposition leader Raila Odinga in Nairobi."),
    ("2012-05-01", "Kenya's president, Mwai Kibaki, signed the bill."),
    ("2019-06-01", "Ethiopian Prime Minister Abiy Ahmed won the Nobel Peace Prize."),
    ("2015-06-01", "Mr. Hailemariam, the Ethiopian prime minister, said so."),
    ("2017-03-01", "Nigerian President Muhammadu Buhari faces protests."),
    ("2017-03-01", "Former Nigerian President Goodluck Jonathan spoke in London."),
    ("2018-02-01", "Zimbabwe's president, Emmerson Mnangagwa, promised elections."),
    ("2014-08-01", "Malaysian Prime Minister Najib Razak flew to The Hague."),
    ("2014-08-01", "Prime Minister Najib flew to The Hague."),
    ("2019-08-01", "Malaysian Prime Minister Mahathir Mohamad spoke."),
    ("2013-04-01", "Jordan's King Abdullah II called for peace."),
    ("2013-04-01", "King Abdullah of Saudi Arabia sent aid."),
    ("1995-04-01", "Jordan's King Hussein called for peace."),
    ("2013-04-01", "Michael Jordan signed the shoes, and Jordan won."),
    ("2013-04-01", "Georgia's President Mikheil Saakashvili criticised Moscow."),
    ("2015-04-01", "Georgia Gov. Nathan Deal signed the bill."),
    ("2016-05-01", "Chad's President Idriss Déby sent troops."),
    ("2016-05-01", "Guinea's President Alpha Condé spoke."),
    ("2016-05-01", "Equatorial Guinea's President Teodoro Obiang Nguema Mbasogo won again."),
    ("2011-05-01", "Peruvian President Alan García hailed the deal."),
    ("2017-05-01", "Peruvian President Pedro Pablo Kuczynski, a former banker, met Mr. Trump."),
    ("2017-05-01", "Colombian President Juan Manuel Santos met Mr. Trump."),
    ("2017-05-01", "Former President Álvaro Uribe opposed the peace deal with the FARC."),
    ("2010-05-01", "Thai Prime Minister Abhisit Vejjajiva declared a state of emergency."),
    ("2012-05-01", "Thai Prime Minister Yingluck Shinawatra visited Australia."),
    ("2013-06-01", "Queen Elizabeth II will open Parliament."),
    ("2013-06-01", "Spain's King Juan Carlos is unpopular."),
    ("2016-06-01", "King Felipe VI asked Mariano Rajoy to form a government."),
    ("2012-06-01", "Czech President Vaclav Klaus opposes the euro."),
    ("2014-06-01", "The late Czech President Vaclav Havel inspired them."),
    ("2014-06-01", "Burma's President Thein Sein released prisoners."),
    ("2019-11-01", "Bolivia's president, Evo Morales, resigned under pressure."),
    ("2013-01-01", "Italian Prime Minister Mario Monti resigned."),
    ("2019-01-01", "Egypt's prime minister, Mostafa Madbouly, said so."),
    ("2014-01-01", "Saudi Arabia's King Abdullah and Qatar's Emir Tamim bin Hamad al-Thani met."),
    ("2015-01-01", "German President Joachim Gauck spoke in Berlin."),
    ("2015-01-01", "Israel's President Reuven Rivlin said Prime Minister Benjamin Netanyahu was wrong."),
    ("1998-01-01", "Indonesia's President Suharto asked the IMF for help."),
    ("2013-06-01", "Angola is a member of OPEC."),
    ("2018-06-01", "Qatar, a member of OPEC, sells gas."),
    ("2022-06-01", "Switzerland joined the United Nations in 2002."),
    ("2022-06-01", "Turkey is a member of NATO."),
    ("2023-06-01", "Croatia is a member of the Schengen area."),
    ("2018-06-01", "India is a member of the Shanghai Cooperation Organisation."),
    ("2018-06-01", "Mexico is a member of the OECD."),
    ("2018-06-01", "Morocco has been a member of the African Union since 2017."),
    ("2018-06-01", "Iraq joined the European Union in condemning the attack."),
    ("2018-06-01", "Russia joined OPEC+ in 2016."),
    ("2018-11-20", "The 2018 G20 summit will be held in Buenos Aires."),
    ("2018-01-20", "The Hamburg G20 summit was held in July 2017."),
    ("2016-01-20", "COP21 was held in Paris in 2015."),
    ("2023-01-20", "COP15 was held in Montreal in December 2022."),
    ("2019-01-20", "The 2018 APEC summit was held in Port Moresby."),
    ("2017-01-20", "The 2016 BRICS summit was held in Goa on 15 and 16 October."),
    ("2006-01-20", "The Gleneagles G8 summit took place in July 2005."),
    ("2019-01-20", "The 2018 NATO summit took place in Brussels."),
    ("2019-01-20", "In 2002 NATO leaders met in Prague."),
    ("2022-10-01", "The 2022 SCO summit was held in Samarkand."),
    ("2017-10-01", "India's Finance Minister Arun Jaitley defended the tax."),
    ("2016-10-01", "Mexican Foreign Minister Claudia Ruiz Massieu spoke."),
    ("1994-10-01", "Secretary of State Warren Christopher flew to Damascus."),
    ("1998-10-01", "Former Secretary of State James Baker negotiated."),
    ("1996-10-01", "Treasury Secretary Robert Rubin favors a strong dollar."),
    ("2015-10-01", "Saudi Foreign Minister Adel al-Jubeir denied it."),
    ("2016-10-01", "Turkish Foreign Minister Mevlut Cavusoglu warned Berlin."),
    # what lies on the way to an event, before it or behind it
    ("2020-01-01", "Obama arrived for the 2016 G20 summit in Hangzhou on 3 September 2016."),
    ("2020-01-01", "He travelled to the 2016 G20 summit on 3 September 2016."),
    ("2020-01-01", "They met before the 2016 G20 summit in Hangzhou on 2 September 2016."),
    ("2020-01-01", "He left after the 2016 G20 summit in Hangzhou on 6 September 2016."),
    ("2020-01-01", "Ahead of the 2016 G20 summit he spoke to reporters on 2 September 2016."),
    ("2020-01-01", "He praised the 2016 G20 summit on 7 September 2016."),
    ("2025-01-10", "Had Turkey been a member of the European Union in 2015, things would be different."),
    ("2025-01-10", "NATO had 30 members until Finland joined."),
    # what is said of an event, or done for it
    ("2020-01-01", "Sherpas met for the 2016 G20 summit on 2 September 2016."),
    ("2020-01-01", "He spoke about the 2016 G20 summit in Berlin on 7 September 2016."),
    ("2020-01-01", "She discussed the 2016 G20 summit in Rome with reporters."),
    ("2020-01-01", "He signed up for the 2016 G20 summit on 2 July 2016."),
    ("2020-01-01", "Merkel said on 7 September 2016 that the 2016 G20 summit was a success."),
    ("2020-01-01", "China agreed to host the 2016 G20 summit in November 2014."),
    ("2020-01-01", "The leaders' dinner at the 2016 G20 summit was held on 3 September 2016."),
    ("2020-01-01", "She prepared for the 2016 G20 summit on 1 September 2016."),
]
WRONG = [
    ("2016-03-01", "Kenyan President Uhuru Kibaki meets diplomats in Nairobi."),
    ("2019-06-01", "Ethiopian Prime Minister Hailemariam Desalegn wins praise abroad."),
    ("2017-03-01", "Nigerian President Goodluck Jonathan faces protests."),
    ("2017-03-01", "Nigerian President Mohammed Jonathan faces protests."),
    ("2018-06-01", "Zimbabwe's president, Robert Mugabe, promises elections."),
    ("2014-08-01", "Malaysian Prime Minister Mahathir Mohamad is in The Hague."),
    ("2013-04-01", "Jordan's King Hussein bin Talal is in Washington."),
    ("2015-04-01", "Georgia's President Mikheil Saakashvili criticises Moscow."),
    ("2016-05-01", "Chad's President Idriss Habré sends troops."),
    ("2016-05-01", "Guinea's President Lansana Conté is abroad."),
    ("2017-05-01", "Peruvian President Ollanta Kuczynski meets Mr. Trump."),
    ("2017-05-01", "Colombian President Álvaro Uribe meets Mr. Trump."),
    ("2010-05-01", "Thai Prime Minister Thaksin Shinawatra declares a state of emergency."),
    ("2012-05-01", "Thai Prime Minister Yingluck Vejjajiva visits Australia."),
    ("2014-06-01", "Czech President Vaclav Klaus opposes the euro."),
    ("2018-11-01", "Bolivia's president, Carlos Mesa, seeks a third term."),
    ("2013-01-01", "Italian President Mario Monti is under pressure."),
    ("2013-01-01", "Egyptian Prime Minister Mohamed Morsi defends the decree."),
    ("2014-01-01", "Qatar's Emir Hamad bin Khalifa al-Thani meets him today."),
    ("2015-01-01", "German President Angela Merkel is in Berlin."),
    ("2013-01-01", "Israel's President Reuven Rivlin is abroad."),
    ("1999-01-01", "Indonesia's President Suharto asks the IMF for help."),
    ("2025-06-01", "Angola is a member of OPEC."),
    ("2020-06-01", "Qatar, a member of OPEC, sells gas."),
    ("2022-06-01", "Switzerland joined the United Nations in 1992."),
    ("2022-06-01", "Taiwan is a member of the United Nations."),
    ("2022-06-01", "Turkey is a member of the European Union."),
    ("2022-06-01", "Croatia is a member of the Schengen area."),
    ("2016-06-01", "India is a member of the Shanghai Cooperation Organisation."),
    ("2018-06-01", "Brazil is a member of the OECD."),
    ("2018-06-01", "Iran is a member of the Arab League."),
    ("2015-06-01", "Morocco is a member of the African Union."),
    ("2018-06-01", "Iraq is a member of the Gulf Cooperation Council."),
    ("2018-11-20", "The 2018 G20 summit will be held in Osaka."),
    ("2018-01-20", "The Hamburg G20 summit was held in July 2016."),
    ("2018-01-20", "The Hamburg G20 summit was held in June 2017."),
    ("2016-01-20", "COP21 was held in Lima in 2015."),
    ("2016-01-20", "COP21 was held in Paris in 2014."),
    ("2019-01-20", "The 2018 APEC summit was held in Manila."),
    ("2017-01-20", "The 2016 BRICS summit was held in Goa on 15 and 16 September."),
    ("2006-01-20", "The Gleneagles G8 summit took place in July 2004."),
    ("2019-01-20", "The 2018 NATO summit took place in Warsaw."),
    ("2020-10-01", "India's Finance Minister Arun Jaitley defends the tax."),
    ("2018-10-01", "Mexican Foreign Minister Claudia Ruiz Massieu is in Washington."),
    ("2014-10-01", "Saudi Foreign Minister Adel al-Jubeir denies it."),
    ("2012-10-01", "Turkish Foreign Minister Mevlut Cavusoglu warns Berlin."),
    ("2020-01-01", "The 2016 G20 summit in Hangzhou opened on 2 September 2016."),
    ("2020-01-01", "He travelled to the 2016 G20 summit in Rome."),
    ("2020-01-01", "He recalled the Hangzhou G20 summit of July 2016."),
]


@pytest.mark.parametrize(("day", "sentence"), RIGHT)
def test_what_is_right_is_let_be(checker: Checker, day: str, sentence: str) -> None:
    assert errors(checker, day, sentence) == []


@pytest.mark.parametrize(("day", "sentence"), WRONG)
def test_what_is_wrong_is_found(checker: Checker, day: str, sentence: str) -> None:
    assert errors(checker, day, sentence)


def errors(checker: Checker, day: str, sentence: str) -> list[str]:
    """The messages of the error findings in a sentence published on `day`."""
    report = checker.check(from_text(sentence, date=date.fromisoformat(day)))
    return [finding.message for finding in report.findings if finding.severity == "error"]
