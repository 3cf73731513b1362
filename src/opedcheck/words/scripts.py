"""Countries, by the ids of their records, whose languages are written in other letters than Latin ones.

How a name from there is spelt in English depends on who brought it into Latin letters. Compiled by hand from the
official scripts of the members of the United Nations, and of those that are none.
"""

from opedcheck.words.lists import listed

OTHER_SCRIPTS = listed(
    "afghanistan algeria armenia bahrain bangladesh belarus bhutan bulgaria cambodia chad china comoros cyprus "
    "djibouti egypt eritrea ethiopia georgia greece hong-kong india iran iraq israel japan jordan kazakhstan kosovo "
    "kuwait kyrgyzstan laos lebanon libya maldives mauritania mongolia montenegro morocco myanmar nepal north-korea "
    "north-macedonia oman pakistan palestine qatar russia saudi-arabia serbia somalia south-korea soviet-union "
    "sri-lanka sudan syria taiwan tajikistan thailand tunisia turkmenistan ukraine united-arab-emirates uzbekistan "
    "yemen"
)
