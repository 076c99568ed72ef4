// Stand-in for the generated client until the API document exists. Same shape as NSwag's Fetch template makes it:
// one class, one method per operationId, plain interfaces. Nothing else in the app is written against the wire.

export interface Money { amount: number; currency: string }
export interface Media { contentType: string; size: number; sha256: string; width: number | null; height: number | null; durationMs: number | null; frameRate: string | null }
export interface Person { id: string | null; name: string }
export interface Recipe { provider: string; model: string | null; prompt: string | null; negativePrompt: string | null; seed: number | null; parameters: Record<string, unknown> | null }

export interface FilmDetails { type: 'film'; synopsis: string | null; frameRate: string; aspectRatio: string; status: string | null; budget: number | null }
export interface SceneDetails { type: 'scene'; sceneNumber: string | null; intExt: string | null; location: string | null; timeOfDay: string | null; setting: string | null; synopsis: string | null; eighths: number | null }
export interface ShotDetails { type: 'shot'; description: string | null; shotSize: string | null; cameraAngle: string | null; movement: string | null; lens: string | null; lighting: string | null; mood: string | null; durationFrames: number | null; prompt: string | null; dialogue: string | null }
export interface ShotTakeDetails { type: 'shot_take'; source: string | null; recipe: Recipe | null; qualityScore: number | null; directorNotes: string | null; parentTakeId: string | null; stale: boolean | null }
export interface CharacterRefDetails { type: 'character_ref'; characterType: string | null; attributes: Record<string, string> | null; consistencyPrompt: string | null }

export interface Asset<D = unknown> {
  id: string; workspaceId: string; type: string; name: string; description: string | null; status: string;
  parentId: string | null; rootId: string | null; position: string; number: number | null; code: string | null; selectedChildId: string | null;
  details: D; media: Media | null; source: string; cost: Money | null; tags: string[]; favorite: boolean; rating: number | null; circled: boolean;
  verdict: string | null; createdAt: string; createdBy: Person | null; updatedAt: string; version: number;
}
export type Film = Asset<FilmDetails>;
export type Take = Asset<ShotTakeDetails>;
export type Character = Asset<CharacterRefDetails>;
export interface Shot extends Asset<ShotDetails> { takeCount: number; pendingCount: number; selectedTake: Take | null; selectedBy: string | null; selectedAt: string | null; takes?: Take[] }
export interface Scene extends Asset<SceneDetails> { shots: Shot[] }
export interface FilmStructure { film: Film; scenes: Scene[]; shots: Shot[]; characters: Character[]; progress: { shots: number; withTakes: number; selected: number }; cost: Money | null }
export interface FilmSummary { id: string; title: string; frameRate: string; shots: number; selected: number; runningFrames: number; cost: Money | null; posterTakeId: string | null; posterSha256: string | null; updatedAt: string }

export interface ProviderStatus { name: string; label: string; state: 'available' | 'notConfigured' | 'degraded'; variable: string | null; reason: string | null; since: string | null; unlocks: string[] }
export interface SystemStatus { version: string; setUpNeeded: boolean; setUpCodeNeeded: boolean; providers: ProviderStatus[]; features: ProviderStatus[] }
export interface Me { id: string; name: string; email: string; workspaces: { id: string; slug: string; name: string; role: string }[] }
export interface GenerationFailure { kind: string; message: string; retryable: boolean; billable: boolean }
export interface Generation {
  id: string; filmId: string; shotId: string; shotCode: string | null; takeId: string | null; number: number; state: string; provider: string; model: string | null;
  attempts: number; failure: GenerationFailure | null; estimate: Money | null; cost: Money | null; queuePosition: number | null; createdAt: string; finishedAt: string | null; progress: number | null;
}
export interface ActivityEvent { id: string; kind: string; subjectId: string; subjectType: string; subjectName: string | null; rootId: string | null; at: string; actor: Person | null; before: unknown; after: unknown; undoable: boolean; undone: boolean }
export interface ImportEntry { sceneNumber: string | null; heading: string | null; shots: number | null }
export interface ImportReport { new: ImportEntry[]; changed: ImportEntry[]; moved: ImportEntry[]; omitted: ImportEntry[]; reinstated: ImportEntry[]; problems: { line: number; reason: string }[] }
export interface Estimate { count: number; each: Money | null; total: Money | null }
export interface Model { provider: string; id: string; label: string; price: Money | null; available: boolean }
export interface Page<T> { items: T[]; next: string | null }

export interface SetUpRequest { name: string; email: string; password: string; workspaceName: string; demoFilm?: boolean; code?: string }
export interface LoginRequest { email: string; password: string }
export interface CreateFilmRequest { title: string; synopsis?: string; frameRate?: string; aspectRatio?: string }
export interface CreateSceneRequest { name: string; after?: string; details?: Partial<SceneDetails> }
export interface AddShotRequest { description: string; durationFrames?: number; after?: string; prompt?: string; shotSize?: string }
export interface GenerateTakesRequest { count: number; provider?: string; model?: string; prompt?: string; negativePrompt?: string; seed?: number; parentTakeId?: string; parameters?: Record<string, unknown> }
export interface UpdateTakeRequest { circled?: boolean; rating?: number | null; notes?: string; rejected?: boolean }
export interface ReorderItem { id: string; parentId: string; after: string | null }

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
  getSystem() { return this.call<SystemStatus>('GET', '/api/system'); }
  setUp(body: SetUpRequest) { return this.call<Me>('POST', '/api/setup', body); }
  login(body: LoginRequest) { return this.call<Me>('POST', '/api/auth/login', body); }
  logout() { return this.call<void>('POST', '/api/auth/logout'); }
  getMe() { return this.call<Me>('GET', '/api/me'); }
  listFilms() { return this.call<Page<FilmSummary>>('GET', '/api/films'); }
  createFilm(body: CreateFilmRequest) { return this.call<Film>('POST', '/api/films', body); }
  getFilmStructure(id: string) { return this.call<FilmStructure>('GET', `/api/films/${id}/structure`); }
  importScreenplay(id: string, format: 'fountain' | 'fdx', dryRun: boolean, body: Blob) { return this.call<ImportReport>('POST', `/api/films/${id}/import?format=${format}&dryRun=${dryRun}`, body); }
  generateFilmTakes(id: string, body: { count: number; shotIds?: string[] }) { return this.call<{ generationId: string }[]>('POST', `/api/films/${id}/generate`, body); }
  createScene(id: string, body: CreateSceneRequest) { return this.call<Scene>('POST', `/api/films/${id}/scenes`, body); }
  addShotToScene(id: string, body: AddShotRequest) { return this.call<Shot>('POST', `/api/scenes/${id}/shots`, body); }
  addShotToFilm(id: string, body: AddShotRequest) { return this.call<Shot>('POST', `/api/films/${id}/shots`, body); }
  reorderFilm(id: string, body: ReorderItem[]) { return this.call<void>('POST', `/api/films/${id}/reorder`, body); }
  getShot(id: string) { return this.call<Shot>('GET', `/api/shots/${id}`); }
  listTakes(id: string) { return this.call<Page<Take>>('GET', `/api/shots/${id}/takes?limit=200`); }
  generateShotTakes(id: string, body: GenerateTakesRequest) { return this.call<{ generationId: string; number: number }[]>('POST', `/api/shots/${id}/generate`, body); }
  selectTake(id: string, body: { takeId: string; reason?: string }) { return this.call<Shot>('PUT', `/api/shots/${id}/selected-take`, body); }
  clearSelectedTake(id: string) { return this.call<void>('DELETE', `/api/shots/${id}/selected-take`); }
  updateTake(id: string, body: UpdateTakeRequest) { return this.call<Take>('PATCH', `/api/takes/${id}`, body); }
  updateAsset(id: string, version: number, body: { name?: string; details?: Record<string, unknown> }) { return this.call<Asset>('PATCH', `/api/assets/${id}`, body, { 'If-Match': `"${version}"` }); }
  deleteAsset(id: string) { return this.call<void>('DELETE', `/api/assets/${id}`); }
  restoreAsset(id: string) { return this.call<Asset>('POST', `/api/assets/${id}/restore`); }
  listGenerations(query: { filmId?: string; shotId?: string; limit?: number }) { return this.call<Page<Generation>>('GET', `/api/generations?${new URLSearchParams(query as Record<string, string>)}`); }
  cancelGeneration(id: string) { return this.call<void>('POST', `/api/generations/${id}/cancel`); }
  retryGeneration(id: string) { return this.call<void>('POST', `/api/generations/${id}/retry`); }
  estimateGeneration(body: { shotId?: string; provider?: string; model?: string; count: number }) { return this.call<Estimate>('POST', '/api/generations/estimate', body); }
  listModels() { return this.call<Page<Model>>('GET', '/api/models'); }
  listEvents(query: { after?: string; rootId?: string; limit?: number }) { return this.call<Page<ActivityEvent>>('GET', `/api/events?${new URLSearchParams(query as Record<string, string>)}`); }
  undoEvent(id: string) { return this.call<void>('POST', `/api/events/${id}/undo`); }
}
