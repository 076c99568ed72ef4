// Stand-in for the generated client until the API document exists. Same shape as NSwag's Fetch template makes it:
// one class, one method per operationId, plain interfaces. Nothing else in the app is written against the wire.

export interface CostDto { amount: number; currency: string }
export interface MediaDto { contentType: string; size: number; sha256: string; width: number | null; height: number | null; durationMs: number | null; frameRate: string | null }
export interface TakeRecipe { provider: string | null; model: string | null; prompt: string | null; negativePrompt: string | null; seed: number | null; feedback: string | null; parameters: Record<string, string> | null }

export interface FilmDetails { type: 'film'; synopsis: string | null; frameRate: string | null; aspectRatio: string | null; shotCodeScheme: string | null; status: string | null; budget: number | null }
export interface SceneDetails { type: 'scene'; sceneNumber: string | null; intExt: string | null; location: string | null; timeOfDay: string | null; setting: string | null; synopsis: string | null; eighths: number | null }
export interface ShotDetails { type: 'shot'; description: string | null; shotSize: string | null; cameraAngle: string | null; movement: string | null; lens: string | null; lighting: string | null; mood: string | null; durationFrames: number | null; prompt: string | null; dialogue: string | null }
export interface ShotTakeDetails { type: 'shot_take'; source: string | null; recipe: TakeRecipe | null; qualityScore: number | null; directorNotes: string | null; parentTakeId: string | null; stale: boolean | null }
export interface CharacterRefDetails { type: 'character_ref'; characterType: string | null; attributes: Record<string, string> | null; consistencyPrompt: string | null }
export type AssetDetails = FilmDetails | SceneDetails | ShotDetails | ShotTakeDetails | CharacterRefDetails;

export interface SelectionDto { childId: string; number: number | null; at: string; by: string; byName: string; reason: string | null }
export interface AssetDto {
  id: string; workspaceId: string; type: string; name: string; description: string | null; status: string | null;
  parentId: string | null; rootId: string; position: string; number: number | null; code: string | null; selectedChildId: string | null; selection: SelectionDto | null;
  details: AssetDetails; media: MediaDto | null; source: string | null; cost: CostDto | null; tags: string[]; favorite: boolean; rating: number | null; circled: boolean;
  verdict: string | null; takeCount: number; createdAt: string; createdBy: string; updatedAt: string; version: number;
}
export interface SelectedTakeDto { id: string; number: number; media: MediaDto | null }
export interface ShotNodeDto extends AssetDto { pendingCount: number; runsFrames: number; characterIds: string[]; selectedTake: SelectedTakeDto | null; takes: AssetDto[] | null }
export interface SceneNodeDto extends AssetDto { shots: ShotNodeDto[] }
export interface FilmProgressDto { shots: number; withTakes: number; selected: number; pending: number; durationFrames: number }
export interface FilmStructureDto { film: AssetDto; scenes: SceneNodeDto[]; shots: ShotNodeDto[]; characters: AssetDto[]; progress: FilmProgressDto; cost: CostDto | null; revision: number }
export interface FilmSummaryDto { film: AssetDto; progress: FilmProgressDto; cost: CostDto | null; posterId: string | null; posterSha256: string | null }

export interface FeatureReport { name: string; status: 'available' | 'notConfigured' | 'degraded'; variable: string | null; reason: string | null }
export interface SystemReport { name: string; version: string; setupNeeded: boolean; setupCodeNeeded: boolean; providers: FeatureReport[]; features: FeatureReport[] }
export interface Me { user: { id: string; name: string; email: string }; workspaces: { id: string; slug: string; name: string; role: string }[]; current: string | null }
export interface GenerationFailure { kind: string; message: string; retryable: boolean; billable: boolean }
export interface Generation {
  id: string; filmId: string; shotId: string; shotCode: string | null; takeId: string | null; number: number; state: string; provider: string; model: string | null;
  attempts: number; failure: GenerationFailure | null; estimate: CostDto | null; cost: CostDto | null; queuePosition: number | null; createdAt: string; finishedAt: string | null; progress: number | null;
}
export interface ActivityEvent { id: string; kind: string; subjectId: string; subjectType: string; subjectName: string | null; rootId: string | null; at: string; actor: { id: string; name: string } | null; before: unknown; after: unknown; undoable: boolean; undone: boolean }
export interface ImportEntry { sceneNumber: string | null; heading: string | null; shots: number | null }
export interface ImportReport { new: ImportEntry[]; changed: ImportEntry[]; moved: ImportEntry[]; omitted: ImportEntry[]; reinstated: ImportEntry[]; problems: { line: number; reason: string }[] }
export interface Estimate { count: number; each: CostDto | null; total: CostDto | null }
export interface Model { provider: string; id: string; label: string; price: CostDto | null; available: boolean }
export interface Page<T> { items: T[]; next: string | null }

export interface SetUpRequest { name: string; email: string; password: string; workspaceName: string; demoFilm?: boolean; code?: string }
export interface LoginRequest { email: string; password: string }
export interface CreateFilmRequest { title: string; synopsis?: string; frameRate?: string; aspectRatio?: string }
export interface CreateSceneRequest { name: string; after?: string; details?: Partial<SceneDetails> }
export interface AddShotRequest { description: string; durationFrames?: number; after?: string; prompt?: string; shotSize?: string }
export interface GenerateTakesRequest { count: number; provider?: string; model?: string; prompt?: string; negativePrompt?: string; seed?: number; parentTakeId?: string; parameters?: Record<string, unknown> }
export interface UpdateTakeRequest { circled?: boolean; rating?: number; notes?: string; rejected?: boolean }
export interface ReorderItem { id: string; parentId?: string; after?: string }

interface Http { fetch(url: string, init?: RequestInit): Promise<Response> }

export class DirectorClient {
  private readonly http: Http;
  private readonly baseUrl: string;
  constructor(baseUrl = '', http: Http = { fetch: (url, init) => window.fetch(url, init) }) {
    this.baseUrl = baseUrl;
    this.http = http;
  }
  private async call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const raw = body instanceof Blob;
    const response = await this.http.fetch(this.baseUrl + path, {
      method,
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': raw ? 'application/octet-stream' : 'application/json' }), ...headers },
      body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
    });
    if (response.status === 204) return undefined as T;
    return (await response.json()) as T;
  }
  getSystem() { return this.call<SystemReport>('GET', '/api/system'); }
  setUp(body: SetUpRequest) { return this.call<Me>('POST', '/api/setup', body); }
  login(body: LoginRequest) { return this.call<Me>('POST', '/api/auth/login', body); }
  logout() { return this.call<void>('POST', '/api/auth/logout'); }
  getMe() { return this.call<Me>('GET', '/api/me'); }
  listFilms() { return this.call<Page<FilmSummaryDto>>('GET', '/api/films'); }
  createFilm(body: CreateFilmRequest) { return this.call<AssetDto>('POST', '/api/films', body); }
  getFilmStructure(id: string) { return this.call<FilmStructureDto>('GET', `/api/films/${id}/structure`); }
  importScreenplay(id: string, format: 'fountain' | 'fdx', dryRun: boolean, body: Blob) { return this.call<ImportReport>('POST', `/api/films/${id}/import?format=${format}&dryRun=${dryRun}`, body); }
  generateFilmTakes(id: string, body: { count: number; shotIds?: string[] }) { return this.call<{ generationId: string }[]>('POST', `/api/films/${id}/generate`, body); }
  createScene(id: string, body: CreateSceneRequest) { return this.call<AssetDto>('POST', `/api/films/${id}/scenes`, body); }
  addShotToScene(id: string, body: AddShotRequest) { return this.call<AssetDto>('POST', `/api/scenes/${id}/shots`, body); }
  addShotToFilm(id: string, body: AddShotRequest) { return this.call<AssetDto>('POST', `/api/films/${id}/shots`, body); }
  reorderFilm(id: string, body: ReorderItem[]) { return this.call<void>('POST', `/api/films/${id}/reorder`, body); }
  getShot(id: string) { return this.call<AssetDto>('GET', `/api/shots/${id}`); }
  listTakes(id: string) { return this.call<AssetDto[]>('GET', `/api/shots/${id}/takes`); }
  generateShotTakes(id: string, body: GenerateTakesRequest) { return this.call<{ generationId: string; number: number }[]>('POST', `/api/shots/${id}/generate`, body); }
  selectTake(id: string, body: { takeId: string; reason?: string }) { return this.call<AssetDto>('PUT', `/api/shots/${id}/selected-take`, body); }
  clearSelectedTake(id: string) { return this.call<void>('DELETE', `/api/shots/${id}/selected-take`); }
  updateTake(id: string, body: UpdateTakeRequest) { return this.call<AssetDto>('PATCH', `/api/takes/${id}`, body); }
  updateAsset(id: string, version: number, body: { name?: string; details?: Record<string, unknown> }) { return this.call<AssetDto>('PATCH', `/api/assets/${id}`, body, { 'If-Match': `"${version}"` }); }
  deleteAsset(id: string) { return this.call<void>('DELETE', `/api/assets/${id}`); }
  restoreAsset(id: string) { return this.call<AssetDto>('POST', `/api/assets/${id}/restore`); }
  listGenerations(query: { filmId?: string; shotId?: string; limit?: number }) { return this.call<Page<Generation>>('GET', `/api/generations?${new URLSearchParams(query as Record<string, string>)}`); }
  cancelGeneration(id: string) { return this.call<void>('POST', `/api/generations/${id}/cancel`); }
  retryGeneration(id: string) { return this.call<void>('POST', `/api/generations/${id}/retry`); }
  estimateGeneration(body: { shotId?: string; provider?: string; model?: string; count: number }) { return this.call<Estimate>('POST', '/api/generations/estimate', body); }
  listModels() { return this.call<Page<Model>>('GET', '/api/models'); }
  listEvents(query: { after?: string; rootId?: string; limit?: number }) { return this.call<Page<ActivityEvent>>('GET', `/api/events?${new URLSearchParams(query as Record<string, string>)}`); }
  undoEvent(id: string) { return this.call<void>('POST', `/api/events/${id}/undo`); }
}
