/** The faces of the playground, drawn here as small SVGs so that nothing is fetched from anywhere. */

/** A frame of film with an initial: the avatar of a person, and the icon of the server. */
export function initialCard(initial: string, from: string, to: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="128" height="128" fill="url(#g)"/><circle cx="64" cy="64" r="46" fill="none" stroke="#fff" stroke-opacity=".25" stroke-width="3" stroke-dasharray="2 9" stroke-linecap="round"/><text x="64" y="85" font-family="Georgia, serif" font-size="60" text-anchor="middle" fill="#fff">${initial}</text></svg>`;
}

/** A title card of the silent days: dark, with a thin ornamental frame. */
export function titleCard(initial: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128"><rect width="128" height="128" fill="#14110f"/><rect x="20" y="20" width="88" height="88" fill="none" stroke="#e8dcc0" stroke-opacity=".55"/><rect x="15" y="15" width="98" height="98" fill="none" stroke="#e8dcc0" stroke-width="2"/>${corner(20, 20, 0)}${corner(108, 20, 90)}${corner(108, 108, 180)}${corner(20, 108, 270)}<text x="64" y="84" font-family="Georgia, serif" font-size="58" text-anchor="middle" fill="#f3ead6">${initial}</text><path d="M50 96h28M56 101h16" stroke="#e8dcc0" stroke-width="1.5"/></svg>`;
}

/** An ornament for one corner of the frame, turned by so many degrees. */
function corner(x: number, y: number, turn: number): string {
  return `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 22C0 8 8 0 22 0M0 14C6 14 14 6 14 0" fill="none" stroke="#e8dcc0" stroke-width="2"/>`;
}
