/** English words whose forms and nearest relatives share no beginning that tells: each line is one word. */
const FORMS = `
  arise arose arisen
  awake awoke awoken
  bear bore borne
  beat beaten
  become became
  begin began begun
  bend bent
  bind bound
  bite bit bitten
  bleed bled
  blow blew blown
  break broke broken
  breed bred
  bring brought
  build built
  burn burnt
  buy bought
  catch caught
  choose chose chosen choice
  come came coming comes
  creep crept
  deal dealt
  die dead death dying
  dig dug
  draw drew drawn
  dream dreamt
  drink drank drunk
  drive drove driven
  eat ate eaten
  fall fell fallen
  feed fed
  feel felt
  fight fought
  find found
  flee fled
  fly flew flown flight
  forbid forbade forbidden
  forget forgot forgotten
  forgive forgave forgiven
  freeze froze frozen
  give gave given giving gives
  go went gone goes
  grow grew grown growth
  hang hung
  hear heard
  hide hid hidden hiding hides
  hold held
  keep kept
  know knew known knowledge
  lay laid
  lead led
  learn learnt
  leave left
  lend lent
  lie lain lying
  light lit
  live lived living lives life
  lose lost loss losing loses
  make made making makes
  mean meant
  meet met
  pay paid
  prove proven
  ride rode ridden riding rides
  ring rang rung
  rise rose risen rising rises
  run ran
  see saw seen
  seek sought
  sell sold
  send sent
  shake shook shaken
  shine shone
  shoot shot
  show showed shown
  shrink shrank shrunk
  sing sang sung song
  sink sank sunk
  sit sat
  sleep slept asleep
  slide slid
  smell smelt
  speak spoke spoken speech
  spell spelt
  spend spent
  spin spun
  stand stood
  steal stole stolen
  stick stuck
  sting stung
  strike struck stricken
  strong strength
  swear swore sworn
  sweep swept
  swim swam swum
  swing swung
  take took taken taking takes
  teach taught
  tear tore torn
  tell told
  think thought
  throw threw thrown
  understand understood
  wake woke woken waking wakes
  wear wore worn
  weep wept
  win won
  write wrote written writing writes
  care cared caring cares
  cry cried cries crying
  dance danced dancing dances
  face faced facing faces
  hate hated hating hates hatred
  hope hoped hoping hopes
  love loved loving loves
  move moved moving moves
  name named naming names
  save saved saving saves savings
  try tried tries trying
  use used using uses
  baby babies
  body bodies
  city cities
  copy copies copied copying
  lady ladies
  bad worse worst badly
  child children
  far further farther furthest distance distant
  foot feet
  good better best well
  goose geese
  half halves
  high height
  knife knives
  leaf leaves
  little less least
  long length
  man men
  mouse mice
  person people persons
  self selves
  shelf shelves
  thief thieves
  tooth teeth
  wife wives
  wolf wolves
  woman women
`;

const byForm = new Map<string, string[]>();
for (const line of FORMS.trim().split("\n")) {
  const forms = line.trim().split(" ");
  for (const form of forms) byForm.set(form, [...(byForm.get(form) ?? []), ...forms]);
}

/** The other forms of an irregular word; none for most. */
export function irregularFormsOf(word: string): readonly string[] {
  return byForm.get(word) ?? [];
}
