import type {
  Asset,
  CharacterRefDetails,
  Cost,
  Event,
  FeatureReport,
  FilmDetails,
  FilmStructure as WireStructure,
  FilmSummary as WireSummary,
  Generation,
  ImportItem,
  ImportReport,
  Me,
  Media,
  NewShareLink,
  Note,
  Permission,
  Provider,
  SceneDetails,
  SceneNode,
  SelectedTake,
  SharedContent,
  SharedShot,
  SharedTake,
  ShareAllowance,
  ShareDoor,
  ShareLink,
  ShareLinkPatch,
  ShareVisit,
  ShotDetails,
  ShotNode,
  ShotTakeDetails,
  SystemReport,
} from './generated/director';

/*
 * The app's names for the wire's types, with an asset's details narrowed by where it stands: what the structure calls a
 * shot has a shot's details. The only file beside the requests that knows the generated module.
 */
type With<T extends { details: unknown }, D> = Omit<T, 'details'> & { details: D };

export type Film = With<Asset, FilmDetails>;
export type Take = With<Asset, ShotTakeDetails>;
export type Character = With<Asset, CharacterRefDetails>;
export type Shot = With<ShotNode, ShotDetails>;
export type Scene = Omit<With<SceneNode, SceneDetails>, 'shots'> & {
  shots: Shot[];
  /** What it is called on the screen. */
  title: string;
  /** Its number in the script; in a film whose scenes have none, its place. */
  sceneNumber: string | null;
};
export type FilmStructure = Omit<WireStructure, 'film' | 'scenes' | 'shots' | 'characters'> & {
  film: Film;
  scenes: Scene[];
  shots: Shot[];
  characters: Character[];
};
export type FilmSummary = Omit<WireSummary, 'film'> & { film: Film };
/** The pick as a shot carries it: enough to show it. */
export type Pick = SelectedTake;
/** Anything that can be shown: a take, or a shot's pick. */
export type Pictured = SelectedTake | Take;
export type Money = Cost;
export type SystemStatus = SystemReport;
export type Feature = FeatureReport;
/** One model of one provider, as the recipe offers it. */
export interface Model {
  provider: string;
  id: string;
  label: string;
  price: Money;
  available: boolean;
}
/** One entry of the log; the touched fields as they were and as they are. */
export type ActivityEvent = Omit<Event, 'before' | 'after'> & {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};
export type {
  Generation,
  ImportItem,
  ImportReport,
  Me,
  Media,
  NewShareLink,
  Note,
  Permission,
  Provider,
  SharedContent,
  SharedShot,
  SharedTake,
  ShareAllowance,
  ShareDoor,
  ShareLink,
  ShareLinkPatch,
  ShareVisit,
};
