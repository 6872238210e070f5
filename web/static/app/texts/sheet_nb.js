// Texts of the region for the public pages and the prospectus.
export const sheetNb = {
  'regionText.title': 'Tekster om regionen og kommunene',
  'regionText.lead':
    'Står på de offentlige sidene, i investorens side og i prospektet. Bare det som er krysset av som publisert, kan andre lese. Skriv ren tekst med en tom linje mellom avsnittene, og oppgi kilde for tall.',
  'regionText.of': '{place}, {language}',
  'regionText.nb': 'norsk',
  'regionText.en': 'engelsk',
  'regionText.none': 'ikke skrevet',
  'regionText.isPublished': 'publisert: versjon {version}, {who}, {date}',
  'regionText.isDraft': 'ikke publisert: versjon {version}, {who}, {date}',
  'regionText.body': 'Tekst (høyst 4000 tegn; tom tekst tar den bort)',
  'regionText.source': 'Kilde',
  'regionText.published': 'Publisert',
  'regionText.save': 'Lagre teksten',
  'regionText.saved': '{name} er lagret.',
};
