import { fold } from "../words.ts";
import { stem } from "./stem.ts";

/** Words that people use for one another when they talk about films and lives, each line for one meaning. */
const MEANINGS = `
  color colour
  favorite favourite
  gray grey
  traveled travelled
  traveling travelling
  dialog dialogue
  theater theatre
  center centre
  neighbor neighbour
  program programme
  honor honour
  apologize apologise
  movie film picture cinema
  director filmmaker
  screenplay script
  actor actress cast
  comic comics manga
  tv television
  dad father papa
  mom mother mama
  parent parents family relatives
  kid kids child children childhood
  son boy
  teacher pedagogue mentor master
  teach taught teaching
  book books literature novel
  writer author
  painter painting artist
  photo photograph picture
  home homeland
  homesick nostalgia nostalgic
  flee fled leave left escape emigrate
  immigrant immigration emigrate emigration emigrant
  return returning back
  money cash savings atm
  job work career
  bike bicycle cycling
  quiet calm silent silence peaceful
  street road
  travel trip journey visit
  prize award
  music song soundtrack
  city town
  sleep slept asleep
  watch watched see saw
  meet met
  find found finding
  buy bought
  write wrote written
  begin began start started
  grow grew growing
  feel felt feeling
  die died death dead
  war wars battle
  violence violent brutal
  fear afraid scared worried
  america american usa states
  la los angeles
  country nation land
  freedom free liberty
  prison jail confinement captivity
  recording tape video footage
  shock shocked stunned
  alone lonely loneliness solitude
  two 2
  three 3
  four 4
  five 5
  six 6
  seven 7
  eight 8
  nine 9
  ten 10
  twelve 12
  twenty 20
  thirty 30
  funny humor humour comedy laugh
  villain bad evil
  graduate finish
  react reaction response
  wedding weddings marriage
  location place setting spot
  accident accidentally chance coincidence luck
  option choice possibility alternative
  memory memories remember recall
  focus concentration attention
  imitate imitation copy
  dialogue conversation talk discuss
  character hero heroine protagonist
  plot story tale
  scene shot
  shoot filming filmed filmmaking
  edit editing montage
  audience viewer spectator
  landscape scenery nature
  influence influenced inspire inspired inspiration
  amaze amazed amazing impress impressed impressive astonish astonished blew blown
  trouble problem difficulty stuck struggle
  cope coping handle
  together collaborate collaboration jointly
  separately apart individually
`;

/** The same words in Russian, where they do not sound like the English ones: a film is often remembered in one language, a line in another. */
const RUSSIAN = `
  фильм кино film movie cinema
  картина film movie painting
  режиссер director filmmaker
  сценарий script screenplay
  актер актриса actor actress
  сериал series
  съемки снимать shoot filming filmed
  зритель audience viewer
  экран screen
  война war
  страх fear afraid
  смерть death
  любовь love
  свобода freedom
  дом home house
  родина homeland home
  детство childhood
  ребенок дети child kid kids
  отец отца отцу папа father dad
  мать мама mother mom
  родители parents
  сын son
  брат brother
  сестра sister
  друг friend
  школа school
  учеба study studying
  учитель преподаватель teacher pedagogue
  студент ученик student
  деньги money
  работа work job
  город city
  улица street
  дорога road
  горы mountains
  место place location
  свадьба wedding weddings
  камера camera
  книга книги book books
  чтение читать read reading
  писатель writer
  художник painter artist
  живопись painting paintings
  фотография фото photograph photographs
  музыка music
  комикс комиксы comics
  игра игры game games
  сон сна sleep dream
  запах smell smells
  история story history
  деталь detail
  запись recording
  правительство власть government
  возвращение вернуться return back
  отъезд уехать leave
  россия русский russia russian
  америка сша america usa states
  чечня чеченский chechnya chechen
  кавказ кавказский caucasus
  москва moscow
  петербург petersburg
  стамбул istanbul
`;

const meanings = fold(`${MEANINGS}\n${RUSSIAN}`)
  .trim()
  .split(/\n+/)
  .map((line) => line.trim().split(" "));
const byStem = new Map<string, Set<string>>();
for (const words of meanings) {
  for (const word of words) {
    const others = byStem.get(stem(word)) ?? new Set();
    byStem.set(stem(word), others);
    for (const other of words) if (other !== word) others.add(other);
  }
}

/** The words that may stand for a word, in any of its forms; none for most. */
export function synonymsOf(word: string): Iterable<string> {
  return byStem.get(stem(word)) ?? [];
}
