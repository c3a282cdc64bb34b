export { DecisionPage } from './DecisionPage';
export { DecisionsPage } from './DecisionsPage';
export { ProposalPage } from './ProposalPage';
