// How sure the ranking is.
export const sureNb = {
  'sure.title': 'Hvor sikkert er det? {purpose}',
  'sure.lead':
    'Rekkefølgen bygger på ett sett vekter og på verdier som delvis mangler. Her er den regnet ut på nytt mange tusen ganger, hver gang med andre vekter og andre verdier, for å se hva som står fast.',
  'sure.counting': 'Regner ut rekkefølgen mange tusen ganger …',
  'sure.own': 'Egne vekter. De er ikke vedtatt.',
  'sure.ownNamed': 'Egne vekter: {name}. De er ikke vedtatt.',
  'sure.adopted': 'Bruk strategiens vekter',
  'sure.spread': 'Hvor mye kan vektene endre seg?',
  'sure.spread.stated': 'Så mye som strategien åpner for',
  'sure.spread.swing': 'Litt: hver vekt en firedel opp eller ned',
  'sure.spread.all': 'Helt fritt: alle vekter som blir 100 poeng til sammen',
  'sure.ranges':
    'Strategien sier grensene for {n} av {of} vekter. De andre kan endres en firedel opp eller ned.',
  'sure.rangesNone':
    'Strategien sier ingen grenser for vektene. Derfor er hver vekt endret inntil en firedel opp eller ned.',
  'sure.seed': 'Startall for trekningen',
  'sure.seedWhy':
    'Samme startall gir nøyaktig samme tall. Et annet startall viser hvor mye tilfeldigheten betyr.',
  'sure.empty': 'Ingen områder er rangert for dette formålet, så det er ingenting å være sikker på.',
  'sure.precision':
    '{draws} trekk: 95 % av tallene er innenfor ett prosentpoeng (høyst {error}) av det uendelig mange trekk ville gitt. Startall {seed}.',
  'sure.toMethod': 'Slik er det regnet',
  'sure.topOpen': 'Øverst kan disse ikke skilles: {sites}.',
  'sure.andMore': 'og {n} til',
  'sure.topClear': '{site} er først, og foran neste område i {percent} av trekkene.',
  'sure.topOnly': '{site} er det eneste området som er rangert.',
  'sure.table': 'Sannsynlighet for hver plass',
  'sure.site': 'Område, etter plass nå',
  'sure.likeliest': 'Mest sannsynlig',
  'sure.band': '95 % av trekkene gir plass',
  'sure.group': 'Gruppe',
  'sure.rank': 'Plass {rank}',
  'sure.never':
    '– betyr at plassen aldri ble trukket; sannsynligheten er da høyst {percent}\u00a0%. Områder i samme gruppe henger sammen, nabo for nabo: den første er foran den neste i mindre enn 95 % av trekkene.',
  'sure.neverDrawn': 'aldri trukket',
  'sure.excluded': 'Utelukket, og derfor ikke med: {sites}.',
  'sure.swaps': 'Hva skal til for at naboer bytter plass?',
  'sure.swapsHow':
    'Den minste endringen av én vekt som gjør det, når de andre vektene endres i samme forhold så summen fortsatt er 100, og verdiene er midt i spennet. Regnet ut, ikke trukket.',
  'sure.ahead': '{a} er foran {b} i {percent} av trekkene ({low}–{high}\u00a0%).',
  'sure.equal': 'De har like mange poeng nå; bare navnet avgjør rekkefølgen.',
  'sure.noSwap': 'Ingen enkelt vekt mellom 0 og 100 poeng bytter dem om.',
  'sure.swapUp':
    'Hvis vekten på «{criterion}» går fra {from} til {to} poeng eller mer, bytter {a} og {b} plass.',
  'sure.swapDown':
    'Hvis vekten på «{criterion}» går fra {from} til {to} poeng eller mindre, bytter {a} og {b} plass.',
  'sure.information': 'Hvilken undersøkelse betyr mest?',
  'sure.informationHow':
    'Hvor sannsynlig det er at området får en annen plass når det som mangler, blir kjent. Alt annet holdes midt i spennet sitt.',
  'sure.pickLabel': 'Område',
  'sure.pick': 'Velg område',
  'sure.informationExcluded': 'Området er utelukket. Ingen undersøkelse her gir det en plass.',
  'sure.informationNone': 'Ingen verdi mangler for dette området.',
  'sure.informationZero':
    'Ingen enkelt undersøkelse endrer plassen (nå {position} av {of}); det var aldri tilfelle i trekkene.',
  'sure.informationMost':
    'Mest å hente: {what}. Med {percent} sannsynlighet endres plassen (nå {position} av {of}), i snitt med {places} plasser.',
  'sure.changes': 'Sannsynlig at plassen endres',
  'sure.places': 'Plasser i snitt',
  'sure.link': 'Hvilken undersøkelse betyr mest?',
  'sure.central': 'Hvilke vekter setter et område først?',
  'sure.centralHow':
    'Snittet av alle vekter som ga førsteplass: den typiske prioriteringen som taler for området. Sikkerheten sier hvor ofte området da er først, når bare de usikre verdiene trekkes. Er den lav, trengs bedre kunnskap før noen kan si det.',
  'sure.factor': 'først i {first} av trekkene, sikkerhet {percent}',
  'sure.centralOf': 'Vekter som setter {site} først',
  'sure.chosen': 'Poeng nå',
  'sure.typical': 'Poeng som setter det først',
  'sure.neverFirst': 'Aldri først i noe trekk: {sites}.',
  'sure.taken': 'Hva er regnet som usikkert, og hva som sikkert?',
  'sure.takenSum':
    'Av verdiene mangler {missing}, {uncertain} er lengder som kan være unøyaktige, og {certain} er regnet som sikre.',
  'sure.takenMissing':
    'Mangler en verdi, trekkes nytten jevnt fra den dårligste til den beste som kriteriet kan gi.',
  'sure.takenOff':
    'En lengde i meter til noe på kartet trekkes jevnt innenfor pluss eller minus nøyaktigheten i kartdata og i områdets omriss, lagt sammen. Kilder uten oppgitt nøyaktighet teller som nøyaktige.',
  'sure.takenCertain':
    'Andeler, arealer, antall, klasser, kjøretider og det noen har oppgitt er regnet som sikkert, fordi ingen kilde sier hvor mye det kan være feil. Tallene her er derfor heller for sikre enn for usikre.',
  'sure.takenAlone': 'Hver verdi er trukket for seg, også når to verdier bygger på samme kilde.',
  'sure.takenAll': 'Kriterium for kriterium, med grensene vektene er trukket innenfor',
  'sure.weightFrom': 'Vekt trukket fra–til',
  'sure.missing': 'Mangler',
  'sure.off': 'Usikker lengde',
  'sure.certain': 'Regnet som sikkert',
  'sure.offMost': '{n} (inntil ± {most})',
  'sure.certainWhy': '{n} ({why})',
  'sure.kind.distance': 'kilden oppgir ingen nøyaktighet',
  'sure.kind.overlap': 'andel av arealet',
  'sure.kind.sum': 'antall eller sum i kartdata',
  'sure.kind.nearest': 'egenskap ved nærmeste objekt, for eksempel kjøretid',
  'sure.kind.worst': 'klasse i kartdata',
  'sure.kind.remaining': 'areal etter hensynssoner',
  'sure.kind.own': 'oppgitt av noen',
  'sure.method': 'Slik er det regnet',
  'sure.methodText':
    'Metoden heter SMAA (stochastic multicriteria acceptability analysis). For hvert trekk velges et sett vekter jevnt blant alle som holder grensene og blir 100 til sammen, og en verdi for alt som er usikkert. Så rangeres områdene som ellers. Andelen trekk der et område får en plass, er sannsynligheten for plassen. Ved helt like poeng avgjør loddet.',
  'sure.drawsWhy':
    'Feilen skal være høyst {wanted} prosentpoeng med 95 % sikkerhet. Den er størst for en andel på en halv, og 1,96 · √(0,25/n) ≤ 0,01 krever minst 9 604 trekk. Derfor er det {draws}.',
  'sure.generator': 'Tilfeldige tall: {name}, startall {seed}. Framgangsmåte nr. {method}.',
  'sure.document': 'Hele sertifikatet som data',
  'sure.literature':
    'Litteratur: Lahdelma og Salminen (2001), SMAA-2, Operations Research 49(3). Tervonen og Lahdelma (2007), Implementing stochastic multicriteria acceptability analysis, European Journal of Operational Research 178(2).',
};
