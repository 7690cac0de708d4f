/** What people call time zones, where the zone's own name does not say it. Source of the zones: the IANA time zone database. */

/**
 * Cities, countries and common names, by zone; the zones that are wanted most come first. A country with several zones is only
 * named where nearly all of it keeps one. A name that stands twice is asked about.
 */
const table = `
UTC: Coordinated Universal Time, Universal Time, Zulu
America/New_York: Eastern Time, ET, US Eastern, NYC, Brooklyn, Boston, Philadelphia, Washington, Washington DC, Baltimore, Miami, Orlando, Atlanta, Georgia, Pittsburgh, Charlotte
Europe/London: United Kingdom, UK, UK Time, British Time, England, Britain, Great Britain, Scotland, Wales, Manchester, Birmingham, Liverpool, Glasgow, Edinburgh, Leeds, Bristol, Cardiff
America/Los_Angeles: Pacific Time, PT, US Pacific, California, LA, Hollywood, San Francisco, Seattle, San Diego, San Jose, Portland, Las Vegas, Sacramento
Europe/Paris: Central European Time, France, Cannes, Lyon, Marseille, Toulouse, Nice, Bordeaux, Lille, Strasbourg
Europe/Berlin: Germany, Munich, München, Hamburg, Cologne, Köln, Frankfurt, Stuttgart, Leipzig, Dresden, Düsseldorf
America/Chicago: Central Time, CT, US Central, Texas, Houston, Dallas, Austin, San Antonio, Minneapolis, New Orleans, St Louis, Milwaukee, Nashville, Kansas City
Asia/Tokyo: Japan, Japan Time, JST, Osaka, Kyoto
Asia/Kolkata: India, India Time, Indian Standard Time, Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Hyderabad, Calcutta, Pune
America/Sao_Paulo: Brazil, Brasilia, Brasilia Time, BRT, Rio de Janeiro, Belo Horizonte, Porto Alegre
Australia/Sydney: Australian Eastern Time, New South Wales, Canberra
America/Denver: Mountain Time, MT, US Mountain, Colorado, Telluride, Salt Lake City, Albuquerque, Santa Fe
Europe/Moscow: Moscow Time, MSK, Saint Petersburg, St Petersburg, Nalchik, Sochi
Europe/Madrid: Spain, Barcelona, Valencia, Seville, Bilbao, San Sebastian
Europe/Rome: Italy, Venice, Milan, Turin, Naples, Florence, Bologna
Europe/Istanbul: Turkey, Türkiye, Ankara, Izmir
America/Toronto: Ottawa, Montreal, Quebec
America/Mexico_City: Mexico, Guadalajara, Puebla
America/Argentina/Buenos_Aires: Argentina, Mar del Plata, Rosario
Asia/Shanghai: China, China Time, Beijing, Shenzhen, Guangzhou
Asia/Seoul: South Korea, Korea, Korean Time, KST, Busan
Asia/Singapore: SGT
Asia/Dubai: United Arab Emirates, UAE, Abu Dhabi, Gulf Time
Africa/Lagos: Nigeria, Abuja, West Africa Time, WAT
Africa/Johannesburg: South Africa, SAST, Cape Town, Durban, Pretoria
Europe/Dublin: Ireland, Cork, Galway
Europe/Lisbon: Portugal, Porto, Western European Time
Europe/Amsterdam: Netherlands, Holland, Rotterdam, The Hague, Utrecht
Europe/Brussels: Belgium, Antwerp, Ghent
Europe/Zurich: Switzerland, Geneva, Locarno, Basel, Bern, Lausanne
Europe/Vienna: Austria, Graz, Salzburg
Europe/Prague: Czechia, Czech Republic, Brno, Karlovy Vary
Europe/Warsaw: Poland, Krakow, Kraków, Lodz, Łódź, Gdansk, Wroclaw, Wrocław
Europe/Budapest: Hungary
Europe/Copenhagen: Denmark, Aarhus
Europe/Stockholm: Sweden, Gothenburg, Malmö
Europe/Oslo: Norway, Bergen
Europe/Helsinki: Finland, Tampere
Europe/Tallinn: Estonia
Europe/Riga: Latvia
Europe/Vilnius: Lithuania, Kaunas
Europe/Athens: Greece, Thessaloniki, Eastern European Time
Europe/Bucharest: Romania, Cluj
Europe/Sofia: Bulgaria
Europe/Belgrade: Serbia
Europe/Zagreb: Croatia
Europe/Sarajevo: Bosnia and Herzegovina
Europe/Ljubljana: Slovenia
Europe/Bratislava: Slovakia
Europe/Kyiv: Ukraine, Kiev, Lviv, Odesa, Odessa, Kharkiv
Europe/Minsk: Belarus
Atlantic/Reykjavik: Iceland
Asia/Tbilisi: Georgia
Asia/Yerevan: Armenia
Asia/Baku: Azerbaijan
Asia/Jerusalem: Israel, Israel Time, Tel Aviv, Haifa
Asia/Beirut: Lebanon
Asia/Amman: Jordan
Asia/Baghdad: Iraq
Asia/Riyadh: Saudi Arabia, Jeddah, Arabia Time
Asia/Tehran: Iran
Africa/Cairo: Egypt, Alexandria
Africa/Casablanca: Morocco, Rabat, Marrakesh, Marrakech
Africa/Algiers: Algeria
Africa/Tunis: Tunisia
Africa/Accra: Ghana
Africa/Dakar: Senegal
Africa/Ouagadougou: Burkina Faso
Africa/Nairobi: Kenya, East Africa Time, EAT
Africa/Addis_Ababa: Ethiopia
Africa/Harare: Zimbabwe, Central Africa Time, CAT
Asia/Karachi: Pakistan, Lahore, Islamabad, PKT
Asia/Colombo: Sri Lanka
Asia/Dhaka: Bangladesh
Asia/Kathmandu: Nepal
Asia/Yangon: Myanmar, Burma
Asia/Bangkok: Thailand
Asia/Ho_Chi_Minh: Vietnam, Saigon, Hanoi
Asia/Jakarta: Western Indonesia Time, WIB, Bandung
Asia/Kuala_Lumpur: Malaysia
Asia/Manila: Philippines, Quezon City
Asia/Hong_Kong: HKT
Asia/Taipei: Taiwan
Asia/Almaty: Kazakhstan
Asia/Tashkent: Uzbekistan
Asia/Yekaterinburg: Ekaterinburg
Australia/Melbourne: Victoria
Australia/Brisbane: Queensland, Gold Coast
Australia/Adelaide: South Australia, Australian Central Time
Australia/Perth: Western Australia, Australian Western Time, AWST
Australia/Hobart: Tasmania
Pacific/Auckland: New Zealand, New Zealand Time, Wellington, Christchurch
America/Phoenix: Arizona, Tucson
America/Anchorage: Alaska, Alaska Time
Pacific/Honolulu: Hawaii, Hawaii Time, HST
America/Vancouver: British Columbia
America/Edmonton: Calgary, Alberta
America/Winnipeg: Manitoba
America/Halifax: Nova Scotia, Atlantic Time
America/St_Johns: Newfoundland, Newfoundland Time
America/Puerto_Rico: San Juan
America/Costa_Rica: San Jose
America/Havana: Cuba
America/Bogota: Colombia, Medellin, Cartagena
America/Lima: Peru
America/Guayaquil: Ecuador, Quito
America/La_Paz: Bolivia
America/Caracas: Venezuela
America/Santiago: Chile, Valparaiso
America/Asuncion: Paraguay
America/Montevideo: Uruguay
`;

/** What people call each zone, beside its own name; the zones that are wanted most come first. */
export const namesOfZones: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split("\n")
    .map((line) => line.split(": ") as [string, string])
    .map(([zone, names]) => [zone, names.split(", ")]),
);

/** Zones that Node still lists under names their cities no longer go by. */
export const renamedZones: ReadonlyMap<string, string> = new Map([
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Africa/Asmera", "Africa/Asmara"],
  ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["America/Catamarca", "America/Argentina/Catamarca"],
  ["America/Cordoba", "America/Argentina/Cordoba"],
  ["America/Jujuy", "America/Argentina/Jujuy"],
  ["America/Mendoza", "America/Argentina/Mendoza"],
  ["America/Coral_Harbour", "America/Atikokan"],
  ["America/Godthab", "America/Nuuk"],
  ["America/Indianapolis", "America/Indiana/Indianapolis"],
  ["America/Louisville", "America/Kentucky/Louisville"],
  ["Atlantic/Faeroe", "Atlantic/Faroe"],
  ["Pacific/Enderbury", "Pacific/Kanton"],
  ["Pacific/Ponape", "Pacific/Pohnpei"],
  ["Pacific/Truk", "Pacific/Chuuk"],
]);

const summer = "which changes with summer time";
const fixed = "the same all year";

/** Short forms that mean several zones, or only half of a zone's year: what each may mean, the likeliest first. */
export const shortForms: ReadonlyMap<string, readonly (readonly [zone: string, which: string])[]> = new Map([
  ["EST", [["America/New_York", summer], ["America/Panama", fixed], ["Australia/Sydney", "Australia's Eastern time"]]],
  ["EDT", [["America/New_York", summer], ["Australia/Sydney", "Australia's Eastern time"]]],
  ["CST", [["America/Chicago", summer], ["America/Costa_Rica", fixed], ["Asia/Shanghai", "China's time"], ["America/Havana", "Cuba's time"]]],
  ["CDT", [["America/Chicago", summer], ["America/Havana", "Cuba's time"]]],
  ["MST", [["America/Denver", summer], ["America/Phoenix", fixed]]],
  ["MDT", [["America/Denver", summer]]],
  ["PST", [["America/Los_Angeles", summer], ["Asia/Manila", "the Philippines' time"]]],
  ["PDT", [["America/Los_Angeles", summer]]],
  ["AST", [["America/Halifax", summer], ["America/Puerto_Rico", fixed], ["Asia/Riyadh", "Arabia's time"]]],
  ["ADT", [["America/Halifax", summer]]],
  ["AKST", [["America/Anchorage", summer]]],
  ["AKDT", [["America/Anchorage", summer]]],
  ["NST", [["America/St_Johns", summer]]],
  ["IST", [["Asia/Kolkata", "India's time"], ["Europe/Dublin", "Ireland's time"], ["Asia/Jerusalem", "Israel's time"]]],
  ["BST", [["Europe/London", "British time, " + summer], ["Asia/Dhaka", "Bangladesh's time"]]],
  ["GMT", [["UTC", fixed], ["Europe/London", summer]]],
  ["WET", [["Europe/Lisbon", summer]]],
  ["WEST", [["Europe/Lisbon", summer]]],
  ["CET", [["Europe/Paris", summer], ["Europe/Berlin", summer], ["Africa/Algiers", fixed]]],
  ["CEST", [["Europe/Paris", summer], ["Europe/Berlin", summer]]],
  ["MET", [["Europe/Berlin", summer]]],
  ["EET", [["Europe/Athens", summer], ["Europe/Kyiv", summer], ["Africa/Tripoli", fixed]]],
  ["EEST", [["Europe/Athens", summer], ["Europe/Kyiv", summer]]],
  ["AEST", [["Australia/Sydney", summer], ["Australia/Brisbane", fixed]]],
  ["AEDT", [["Australia/Sydney", summer]]],
  ["ACST", [["Australia/Adelaide", summer], ["Australia/Darwin", fixed]]],
  ["ACDT", [["Australia/Adelaide", summer]]],
  ["NZST", [["Pacific/Auckland", summer]]],
  ["NZDT", [["Pacific/Auckland", summer]]],
  ["AMT", [["Asia/Yerevan", "Armenia's time"], ["America/Manaus", "the Amazon's time"]]],
  ["GST", [["Asia/Dubai", "the Gulf's time"], ["Atlantic/South_Georgia", "South Georgia's time"]]],
  ["SST", [["Asia/Singapore", "Singapore's time"], ["Pacific/Pago_Pago", "Samoa's time"]]],
  ["WST", [["Australia/Perth", "Western Australia's time"], ["Pacific/Apia", "West Samoa's time"]]],
]);
