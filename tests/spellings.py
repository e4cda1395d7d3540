"""Spellings that are one word to search: what both sides of it must fold alike."""

ALIKE = [
    ("تدمر", "تَدْمُر"),  # vowel signs
    ("تدمر", "تـدمـر"),  # tatweel
    ("الدولة الإسلامية", "الدوله الاسلاميه"),  # hamza, ta marbuta
    ("الأسد", "أسد"),  # article
    ("مصطفى", "مصطفي"),
    ("مؤسسة", "موسسه"),
    ("١٤٥٠", "1450"),
    ("۱۴۵۰", "1450"),
    ("2,000", "2000"),
    ("Baal-Shamin", "baal shamin"),
    ("Ba’al", "Baal"),
    ("Qalʿat Ibn Maʿn", "Qal'at ibn Ma'n"),
    ("al-Asaad", "Asaad"),
    ("Al Jazeera", "el-Jazeera"),
    ("al-marṣad as-sūrī", "marsad suri"),
    ("Fakhr-al-Din", "fakhr al din"),
    ("UNESCO’s", "Unesco"),
    ("Тадмор", "ТАДМОР"),
    ("Тадмор", "Tadmor"),
    ("Παλμύρα", "ΠΑΛΜΥΡΑ"),
    ("Ὁδός", "ΟΔΟΣ"),  # breathing, final sigma
    ("Straße", "STRASSE"),
    ("Ｐａｌｍｙｒａ", "palmyra"),
    ("Łódź", "Lodz"),
]
