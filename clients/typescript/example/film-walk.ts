// DIRECTOR_PASSWORD=… npm run example -- http://localhost:5080 you@example.org
import { connect, problemOf, type Asset, type AssetDetails, type Generation } from '../src/index.js';

const [address, email] = process.argv.slice(2);
const password = process.env['DIRECTOR_PASSWORD'];
if (address === undefined || email === undefined || !password) {
  console.error('usage: DIRECTOR_PASSWORD=… npm run example -- <address> <email>');
  process.exit(2);
}

let token: string | undefined;
const director = connect(address, { token: () => token });
const session = await director.login({ email, password, mode: 'token' });
token = session.accessToken ?? undefined;
console.log(`signed in as ${session.user.name}`);

const film = await director.createFilm({ title: 'The Lighthouse Keeper', frameRate: '24000/1001' });
const scene = await director.createScene(film.id, { intExt: 'EXT', location: 'LIGHTHOUSE', timeOfDay: 'DAWN' });
const shot = await director.addShotToScene(scene.id, { description: 'The lamp goes out.', shotSize: 'WS', durationFrames: 72 });
console.log(`made shot ${shot.code}`);

// A take from set: the take first, then its file. The file becomes a child of the take. This one is a PNG of 8 by 8 grey pixels.
const still = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGNIgQIGyhgAhHUZAVE+w4IAAAAASUVORK5CYII=', 'base64');
const empty = await director.createShotTake(shot.id, { source: 'set', notes: 'Wind in the microphone.' });
const take = await director.putMedia(empty.id, new Blob([still], { type: 'image/png' }));
const files = await director.getChildren(take.id, ['contains']);
for (const file of files.items) console.log(`take ${take.number} has ${take.media?.contentType}, ${describe(file.asset.details)}`);

// A take of the built-in provider, which is free and needs no key. The key makes sure that a repeated call does not ask twice.
const accepted = await director.generateShotTakes(shot.id, `first-take-${shot.id}`, { provider: 'sketch', count: 1, seed: 7 });
const generated = [];
for (const each of accepted) generated.push(await made(each.generationId));
for (const each of generated) console.log(`take ${each.number} ${each.state}`);

const chosen = generated[0]?.takeId;
if (!chosen) throw new Error('Nothing was made.');
const selected = await director.selectTake(shot.id, { takeId: chosen, reason: 'The quiet one.' });
console.log(`selected take ${selected.selectedTake?.number}`);

// A merge patch: what is absent stays, null removes.
const refined = await director.updateAsset(shot.id, `"${selected.version}"`, { status: null, details: { type: 'shot', lens: '35 mm', mood: 'cold' } });
console.log(describeAsset(refined));

try {
  await director.updateAsset(shot.id, '"1"', { name: 'Too late' });
} catch (error) {
  const problem = problemOf(error);
  if (problem === null) throw error;
  console.log(`refused: ${problem.status} ${problem.code}`);
}

const structure = await director.getFilmStructure(film.id, 'all');
console.log(`${describe(structure.film.details)}, ${structure.progress.selected} of ${structure.progress.shots} shots selected`);
for (const node of structure.scenes) {
  console.log(describe(node.details));
  for (const each of node.shots) console.log(`  ${each.code} ${describe(each.details)}, take ${each.selectedTake?.number}`);
}

/** Asks until the generation has ended, for a minute. A page that is open would listen to /api/events/stream instead. */
async function made(id: string): Promise<Generation> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const generation = await director.getGeneration(id);
    switch (generation.state) {
      case 'succeeded':
        return generation;
      case 'failed':
      case 'expired':
      case 'cancelled':
        throw new Error(`The take was not made: ${generation.failure?.message}`);
      default:
        await new Promise(resolve => setTimeout(resolve, 250));
    }
  }
  throw new Error('The take was not made within a minute.');
}

function describeAsset(asset: Asset): string {
  return `${asset.type} ${asset.name}: ${describe(asset.details)}`;
}

/** The compiler knows every type of asset: leave one out, and this does not compile. */
function describe(details: AssetDetails): string {
  switch (details.type) {
    case 'film':
      return `film at ${details.frameRate}`;
    case 'scene':
      return `${details.intExt} ${details.location} ${details.timeOfDay}`;
    case 'shot':
      return `${details.shotSize} ${details.lens} ${details.durationFrames} frames: ${details.description}`;
    case 'shot_take':
      return `take from ${details.source}`;
    case 'character_ref':
      return `${details.characterType} character`;
    case 'location':
      return `location ${details.description}`;
    case 'prop':
      return `prop ${details.description}`;
    case 'style':
      return `style ${details.description}`;
    case 'script':
      return `script of ${details.sceneCount} scenes`;
    case 'text':
      return `${details.wordCount} words`;
    case 'image':
      return `${details.width} by ${details.height} pixels`;
    case 'video':
      return `${details.frames} frames of ${details.codec}`;
    case 'audio':
      return `${details.durationMs} ms of sound`;
    default:
      return details satisfies never;
  }
}
