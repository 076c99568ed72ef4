import type {
  ActivityEvent,
  AssetDto,
  CharacterRefDetails,
  CostDto,
  Estimate,
  FeatureReport,
  FilmDetails,
  FilmStructureDto,
  FilmSummaryDto,
  Generation,
  ImportEntry,
  ImportReport,
  Me,
  MediaDto,
  Model,
  SceneDetails,
  SceneNodeDto,
  SelectedTakeDto,
  ShotDetails,
  ShotNodeDto,
  ShotTakeDetails,
  SystemReport,
  TakeRecipe,
} from './generated/director';

/*
 * The app's names for the wire's types, with an asset's details narrowed by where it stands: what the structure calls a
 * shot has a shot's details. The only file beside the requests that knows the generated module.
 */
type With<T extends AssetDto, D> = Omit<T, 'details'> & { details: D };

export type Film = With<AssetDto, FilmDetails>;
export type Take = With<AssetDto, ShotTakeDetails>;
export type Character = With<AssetDto, CharacterRefDetails>;
export type Shot = With<ShotNodeDto, ShotDetails>;
export type Scene = Omit<With<SceneNodeDto, SceneDetails>, 'shots'> & { shots: Shot[] };
export type FilmStructure = Omit<FilmStructureDto, 'film' | 'scenes' | 'shots' | 'characters'> & {
  film: Film;
  scenes: Scene[];
  shots: Shot[];
  characters: Character[];
};
export type FilmSummary = Omit<FilmSummaryDto, 'film'> & { film: Film };
/** The pick as a shot carries it: enough to show it. */
export type Pick = SelectedTakeDto;
/** Anything that can be shown: a take, or a shot's pick. */
export type Pictured = SelectedTakeDto | Take;
export type Media = MediaDto;
export type Money = CostDto;
export type Recipe = TakeRecipe;
export type SystemStatus = SystemReport;
export type Feature = FeatureReport;
export type { ActivityEvent, Estimate, Generation, ImportEntry, ImportReport, Me, Model };
