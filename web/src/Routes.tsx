// Pages are imported by their names: 'src/pages/InboxPage/InboxPage.tsx' is InboxPage, each in a chunk of its own.
import { PrivateSet, Route, Router } from '@redwoodjs/router'

import { useAuth } from 'src/auth'
import Splash from 'src/components/Splash'
import { useLanguage } from 'src/hooks/useLanguage'
import InboxLayout from 'src/layouts/InboxLayout'

const Routes = () => {
  useLanguage()
  return (
    <Router useAuth={useAuth} pageLoadingDelay={300}>
      <Route path="/login" page={LoginPage} name="login" />
      <Route path="/invitation" page={InvitationPage} name="invitation" />
      <PrivateSet unauthenticated="login" whileLoadingAuth={Splash} whileLoadingPage={Splash} wrap={InboxLayout}>
        <Route path="/" redirect="/inbox/open" name="home" />
        <Route path="/settings" page={SettingsPage} name="settings" />
        <Route path="/analytics" page={AnalyticsPage} name="analytics" />
        <Route path="/webhooks" page={WebhooksPage} name="webhooks" />
        <Route path="/integrations" page={IntegrationsPage} name="integrations" />
        <Route path="/api-keys" page={ApiKeysPage} name="apiKeys" />
        <Route path="/users" page={UsersPage} name="users" />
        <Route path="/audit" page={AuditPage} name="audit" />
        <Route path="/setup" page={SetupPage} name="setup" />
        <Route path="/calls-settings" page={CallSettingsPage} name="callSettings" />
        <Route path="/labels" page={LabelsPage} name="labels" />
        <Route path="/canned-replies" page={CannedRepliesPage} name="cannedReplies" />
        <Route path="/channels" page={ChannelsPage} name="channels" />
        <Route path="/channels/{id}" page={ChannelPage} name="channel" />
        <Route path="/inbox/{folder}" page={InboxPage} name="inbox" />
        <Route path="/inbox/{folder}/{conversationId}" page={InboxPage} name="conversation" />
      </PrivateSet>
      <Route notfound page={NotFoundPage} />
    </Router>
  )
}

export default Routes
