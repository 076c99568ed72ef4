/** A frame to look at: sky, ground and figures by size, lit by the seed. Only a stand-in for what a server draws. */
export function frameSvg(seed: number, size: string, label: string): string {
  const night = seed % 3 === 0;
  const sky = night ? ['#23252c', '#3b3a3c'] : seed % 3 === 1 ? ['#3d4658', '#c08a5c'] : ['#4b5a66', '#a9a08a'];
  const ground = night ? '#191817' : '#5a564c';
  const horizon = { EWS: 470, WS: 440, MS: 420, CU: 520, ECU: 640 }[size] ?? 440;
  const scale = { EWS: 0.35, WS: 0.7, MS: 1.5, CU: 2.6, ECU: 4.6 }[size] ?? 1;
  const x = 420 + (seed % 7) * 70;
  const coat = ['#c7923a', '#4e6e86', '#8a3b36'][seed % 3];
  const base = size === 'CU' || size === 'ECU' ? 300 + 220 * scale * 0.55 : horizon + 60;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720" width="1280" height="720">
<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient>
<radialGradient id="l"><stop offset="0" stop-color="#ffe2a0" stop-opacity=".85"/><stop offset="1" stop-color="#ffe2a0" stop-opacity="0"/></radialGradient></defs>
<rect width="1280" height="720" fill="url(#s)"/><path d="M0 ${horizon} C 300 ${horizon - 26} 700 ${horizon + 18} 1280 ${horizon - 10} V720 H0z" fill="${ground}"/>
<circle cx="${1100 - (seed % 5) * 60}" cy="${220 + (seed % 4) * 40}" r="190" fill="url(#l)"/>
<g transform="translate(${x} ${base}) scale(${scale})" stroke="#15130f" stroke-width="${3 / scale + 1}" stroke-linejoin="round">
<path d="M-62 40 C-58 -60 -30 -92 0 -92 C30 -92 58 -60 62 40z" fill="${coat}"/><ellipse cx="0" cy="-128" rx="34" ry="42" fill="#a87b54"/><path d="M-36 -136 C-30 -186 30 -186 36 -136 C18 -150 -18 -150 -36 -136z" fill="#4a332a"/></g>
<rect y="668" width="1280" height="52" fill="#151413"/><g font-family="Inter, Noto Sans, sans-serif" font-size="22" fill="#b9b8b4"><path d="M24 704l12-24h14l-12 24zM58 704l12-24h14l-12 24zM92 704l12-24h14l-12 24z" fill="#efeeeb"/><text x="150" y="702">${label}</text><text x="1130" y="702">SEED ${seed}</text></g></svg>`;
}
