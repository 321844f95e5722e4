import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FailureNote } from './parts/failure-note.js';
import { Loading } from './parts/loading.js';
import { Announcer } from './shell/announcer.js';
import { Banners } from './shell/banners.js';
import { ClashDialog } from './shell/clash-dialog.js';
import { TopBar } from './shell/top-bar.js';
import { UndoDialog } from './shell/undo-dialog.js';
import { connection } from './state/act.js';
import { isChoosing } from './state/clashes.js';
import { useKeys } from './state/keys.js';
import { showsRepair } from './state/repair.js';
import { route } from './state/route.js';
import { loadStudy, study, studyFailure } from './state/study.js';
import { redo, undo } from './state/undo.js';
import { BoardView } from './views/board/board-view.js';
import { ClustersView } from './views/clusters/clusters-view.js';
import { CompareView } from './views/compare/compare-view.js';
import { DecideView } from './views/decide/decide-view.js';
import { HelpDialog } from './views/help/help-dialog.js';
import { HistoryView } from './views/history/history-view.js';
import { OrganiseView } from './views/organise/organise-view.js';
import { PublishView } from './views/publish/publish-view.js';
import { ReadView } from './views/read/read-view.js';
import { RepairView } from './views/repair/repair-view.js';
import { SearchView } from './views/search/search-view.js';
import { wantsWelcome } from './views/welcome/plan-steps.js';
import { WelcomeView } from './views/welcome/welcome-view.js';
import './app.css';

const views: ReadonlyMap<string, () => JSX.Element | null> = new Map([
  ['read', ReadView],
  ['decide', DecideView],
  ['organise', OrganiseView],
  ['clusters', ClustersView],
  ['compare', CompareView],
  ['publish', PublishView],
  ['history', HistoryView],
  ['search', SearchView],
  ['welcome', WelcomeView],
]);

function CurrentView(): JSX.Element {
  const { view, id } = route.value;
  const here = study.value;
  if (here === undefined) {
    const failure = studyFailure.value;
    return failure === undefined || connection.value !== 'online' ? (
      <Loading what="Opening the study" />
    ) : (
      <FailureNote failure={failure} onRetry={() => void loadStudy()} />
    );
  }
  if (showsRepair.value) return <RepairView />;
  if (view === 'organise' && id !== '') return <BoardView />;
  const Found = views.get(view) ?? (wantsWelcome(here) ? WelcomeView : ReadView);
  return <Found />;
}

/** The whole page: what is always there, and the view that the address names. */
export function App(): JSX.Element {
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useKeys('Everywhere', [
    { key: '?', does: 'show the keys', run: () => setIsHelpOpen(true) },
    { key: 'Mod+z', does: 'undo', run: () => void undo() },
    { key: 'Mod+Shift+z', does: 'redo', run: () => void redo() },
    { key: 'Mod+y', does: 'redo', run: () => void redo() },
  ]);
  const name = study.value?.name ?? '';
  useEffect(() => {
    document.title = name === '' ? 'Themeloom' : `${name} · Themeloom`;
  }, [name]);
  return (
    <div class="app">
      <button type="button" class="app-skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the text
      </button>
      <TopBar onHelp={() => setIsHelpOpen(true)} />
      <Banners />
      <main id="main" class="app-main" tabIndex={-1}>
        <CurrentView />
      </main>
      <Announcer />
      {isHelpOpen && <HelpDialog onClose={() => setIsHelpOpen(false)} />}
      {isChoosing.value && (
        <ClashDialog
          onClose={() => {
            isChoosing.value = false;
          }}
        />
      )}
      <UndoDialog />
    </div>
  );
}
