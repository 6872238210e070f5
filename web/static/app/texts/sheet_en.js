// Texts of the region for the public pages and the prospectus.
export const sheetEn = {
  'regionText.title': 'Texts about the region and its municipalities',
  'regionText.lead':
    'They stand on the public pages, on the investor’s page and in the prospectus. Others can read only what is marked as published. Write plain text with an empty line between paragraphs, and state a source for figures.',
  'regionText.of': '{place}, {language}',
  'regionText.nb': 'Norwegian',
  'regionText.en': 'English',
  'regionText.none': 'not written',
  'regionText.isPublished': 'published: version {version}, {who}, {date}',
  'regionText.isDraft': 'not published: version {version}, {who}, {date}',
  'regionText.body': 'Text (at most 4000 characters; an empty text takes it away)',
  'regionText.source': 'Source',
  'regionText.published': 'Published',
  'regionText.save': 'Save the text',
  'regionText.saved': '{name} is saved.',
};
